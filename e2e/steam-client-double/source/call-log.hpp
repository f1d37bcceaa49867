// What the application asked the client, in order, with its arguments.
#pragma once

#include <cstdint>
#include <deque>
#include <string>

#include "encoding.hpp"

namespace steam_double {

// The arguments of one call, written as the members of a JSON object.
class Arguments {
 public:
  Arguments& number(const char* name, int64_t value);
  Arguments& flag(const char* name, bool value);
  // 64-bit values are decimal text: JSON numbers lose them.
  Arguments& id(const char* name, uint64_t value);
  Arguments& address(const char* name, uint32_t value);
  Arguments& bytes(const char* name, const void* data, size_t size);
  Arguments& text(const char* name, const char* value);

  const std::string& json() const { return members; }

 private:
  Arguments& member(const char* name, const std::string& json);

  std::string members;
};

class CallLog {
 public:
  void add(const std::string& name, const Arguments& arguments);
  std::string toJson() const;
  void clear();

 private:
  // One JSON object each; the oldest fall out, so that a poll that runs for hours does not fill the memory.
  std::deque<std::string> entries;
  uint64_t lastSeq = 0;
};

}  // namespace steam_double
