#include "remote-identity.hpp"

#include <cstdint>
#include <cstring>

#include "encoding.hpp"

namespace steam_double {

namespace {

// Layout: int32 type, int32 size, then a union. The type's numbers are Steam's own.
constexpr size_t unionOffset = 8;
constexpr size_t unionBytes = 128;
constexpr int32_t typeAddress = 1;
constexpr int32_t typeName = 2;
constexpr int32_t typeSteamId = 16;

std::string describeAddress(const uint8_t* address) {
  static constexpr uint8_t mappedPrefix[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  uint16_t port = 0;
  std::memcpy(&port, address + 16, sizeof port);
  const std::string suffix = ':' + std::to_string(port);
  if (std::memcmp(address, mappedPrefix, sizeof mappedPrefix) != 0) return '[' + toHex(address, 16) + ']' + suffix;
  const uint32_t hostOrder = static_cast<uint32_t>(address[12]) << 24 | static_cast<uint32_t>(address[13]) << 16 |
                             static_cast<uint32_t>(address[14]) << 8 | address[15];
  return toDottedAddress(hostOrder) + suffix;
}

}  // namespace

std::string describeRemote(const void* identity) {
  if (identity == nullptr) return "anyone";
  const auto* bytes = static_cast<const uint8_t*>(identity);
  int32_t type = 0;
  int32_t size = 0;
  std::memcpy(&type, bytes, sizeof type);
  std::memcpy(&size, bytes + 4, sizeof size);
  const uint8_t* value = bytes + unionOffset;
  if (type == typeAddress) return "ip:" + describeAddress(value);
  if (type == typeName) {
    const auto* text = reinterpret_cast<const char*>(value);
    return "name:" + std::string(text, strnlen(text, unionBytes));
  }
  if (type == typeSteamId) {
    uint64_t steamId = 0;
    std::memcpy(&steamId, value, sizeof steamId);
    return "steamId:" + std::to_string(steamId);
  }
  const size_t known = size > 0 && static_cast<size_t>(size) <= unionBytes ? static_cast<size_t>(size) : 0;
  return "type " + std::to_string(type) + ": " + toHex(value, known);
}

}  // namespace steam_double
