#include "call-log.hpp"

namespace steam_double {

namespace {

constexpr size_t entryLimit = 100'000;

}  // namespace

Arguments& Arguments::member(const char* name, const std::string& json) {
  if (!members.empty()) members += ',';
  members += toJsonText(name) + ':' + json;
  return *this;
}

Arguments& Arguments::number(const char* name, int64_t value) {
  return member(name, std::to_string(value));
}

Arguments& Arguments::flag(const char* name, bool value) {
  return member(name, value ? "true" : "false");
}

Arguments& Arguments::id(const char* name, uint64_t value) {
  return member(name, toJsonText(std::to_string(value)));
}

Arguments& Arguments::address(const char* name, uint32_t value) {
  return member(name, toJsonText(toDottedAddress(value)));
}

Arguments& Arguments::bytes(const char* name, const void* data, size_t size) {
  return member(name, data == nullptr ? "null" : toJsonText(toHex(data, size)));
}

Arguments& Arguments::text(const char* name, const char* value) {
  return member(name, value == nullptr ? "null" : toJsonText(value));
}

void CallLog::add(const std::string& name, const Arguments& arguments) {
  ++lastSeq;
  entries.push_back("{\"seq\":" + std::to_string(lastSeq) + ",\"name\":" + toJsonText(name) + ",\"args\":{" +
                    arguments.json() + "}}");
  if (entries.size() > entryLimit) entries.pop_front();
}

std::string CallLog::toJson() const {
  std::string json = "[";
  for (const std::string& entry : entries) {
    if (json.size() > 1) json += ',';
    json += entry;
  }
  return json + ']';
}

void CallLog::clear() {
  entries.clear();
}

}  // namespace steam_double
