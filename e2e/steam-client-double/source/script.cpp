#include "script.hpp"

namespace steam_double {

namespace {

const char* keepForever(const std::string& text) {
  static auto& kept = *new std::set<std::string>();
  return kept.insert(text).first->c_str();
}

}  // namespace

const ScriptedValue* Script::find(const std::string& name) const {
  const auto found = values.find(name);
  return found == values.end() ? nullptr : &found->second;
}

bool Script::flag(const std::string& name, bool fallback) const {
  const auto* value = find(name);
  return value == nullptr ? fallback : value->flag;
}

int64_t Script::number(const std::string& name, int64_t fallback) const {
  const auto* value = find(name);
  return value == nullptr ? fallback : value->number;
}

uint64_t Script::id(const std::string& name, uint64_t fallback) const {
  const auto* value = find(name);
  return value == nullptr ? fallback : value->id;
}

Bytes Script::bytes(const std::string& name, const Bytes& fallback) const {
  const auto* value = find(name);
  return value == nullptr ? fallback : value->bytes;
}

const char* Script::text(const std::string& name, const char* fallback) const {
  const auto* value = find(name);
  if (value == nullptr) return fallback;
  return value->isNull ? nullptr : keepForever(value->text);
}

bool Script::isAutomatic(const std::string& name) const {
  return withoutAutomatic.count(name) == 0;
}

}  // namespace steam_double
