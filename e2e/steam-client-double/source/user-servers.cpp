// ISteamUser: the older ways of telling a game server who is there.

#include <cstring>

#include "call.hpp"
#include "user-functions.hpp"

namespace steam_double::user {

namespace {

constexpr size_t defaultBlobBytes = 206;
constexpr uint32_t blobSeed = 0x424c4f42;

}  // namespace

int32_t initiateGameConnection(void*, void* blob, int32_t maxBlobBytes, uint64_t serverId, uint32_t serverIp,
                               uint16_t serverPort, bool isSecure) {
  const Call call("initiateGameConnection", Arguments()
                                                .number("maxBlobBytes", maxBlobBytes)
                                                .id("serverId", serverId)
                                                .address("serverIp", serverIp)
                                                .number("serverPort", serverPort)
                                                .flag("secure", isSecure));
  if (call.isPipeDead() || blob == nullptr || maxBlobBytes <= 0) return 0;
  const Bytes bytes = call->script.bytes("initiateGameConnection", patternBytes(defaultBlobBytes, blobSeed));
  if (bytes.size() > static_cast<size_t>(maxBlobBytes)) return 0;
  std::memcpy(blob, bytes.data(), bytes.size());
  return static_cast<int32_t>(bytes.size());
}

void terminateGameConnection(void*, uint32_t serverIp, uint16_t serverPort) {
  const Call call("terminateGameConnection",
                  Arguments().address("serverIp", serverIp).number("serverPort", serverPort));
}

void advertiseGame(void*, uint64_t serverId, uint32_t serverIp, uint16_t serverPort) {
  const Call call(
      "advertiseGame",
      Arguments().id("serverId", serverId).address("serverIp", serverIp).number("serverPort", serverPort));
}

}  // namespace steam_double::user
