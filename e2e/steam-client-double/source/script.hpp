// What the test has asked for: values, switches, answers, faults and refused interfaces.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "encoding.hpp"

namespace steam_double {

enum class Outcome { success, failure, never };

// How a call that answers by call result ends.
struct CallAnswer {
  Outcome outcome = Outcome::success;
  // Absent: the bytes that fit the function.
  std::optional<Bytes> bytes;
  // ESteamAPICallFailure, for Outcome::failure.
  int32_t failureReason = 1;
};

struct ScriptedValue {
  bool isNull = false;
  bool flag = false;
  int64_t number = 0;
  uint64_t id = 0;
  std::string text;
  Bytes bytes;
};

struct Script {
  // An absent value means: behave automatically.
  std::map<std::string, ScriptedValue> values;
  std::set<std::string> withoutAutomatic;
  std::map<std::string, CallAnswer> answers;
  std::set<std::string> refusedInterfaces;
  // One-shot: taken by the next call of that function.
  std::set<std::string> crashes;
  std::map<std::string, int64_t> hangsMs;
  bool isPipeDead = false;
  // Steam runs again: the dead pipe stays dead, but the next one will live.
  bool isSteamBack = false;

  const ScriptedValue* find(const std::string& name) const;
  bool flag(const std::string& name, bool fallback) const;
  int64_t number(const std::string& name, int64_t fallback) const;
  uint64_t id(const std::string& name, uint64_t fallback) const;
  Bytes bytes(const std::string& name, const Bytes& fallback) const;
  // Valid for the rest of the process, as Steam's own strings may be kept by the caller. Null when so scripted.
  const char* text(const std::string& name, const char* fallback) const;
  bool isAutomatic(const std::string& name) const;
};

}  // namespace steam_double
