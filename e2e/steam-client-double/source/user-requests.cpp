// ISteamUser: the functions that answer later, by call result.

#include <cstdlib>
#include <cstring>

#include "call.hpp"
#include "user-functions.hpp"

namespace steam_double::user {

namespace {

constexpr int32_t encryptedTicketId = 154;
constexpr int32_t storeUrlId = 165;
constexpr int32_t marketEligibilityId = 166;
constexpr int32_t durationControlId = 167;

constexpr uint32_t resultOk = 1;
constexpr size_t storeUrlBytes = 512;
constexpr size_t encryptedTicketBytes = 180;
constexpr uint32_t encryptedTicketSeed = 0x454e4352;

uint64_t request(const Call& call, const char* name, int32_t callbackId, const Bytes& fittingBytes) {
  if (call.isPipeDead()) return 0;
  const ScriptedValue* handleOverride = call->script.find(name);
  // 0 is Steam's invalid handle: the request was not even taken.
  if (handleOverride != nullptr && handleOverride->id == 0) return 0;
  const uint64_t handle = call->results.begin(name, callbackId, fittingBytes,
                                              handleOverride == nullptr ? 0 : handleOverride->id);
  if (call->script.isAutomatic(name)) {
    const auto scripted = call->script.answers.find(name);
    call->completeCall(handle, scripted == call->script.answers.end() ? CallAnswer() : scripted->second);
  }
  return handle;
}

}  // namespace

uint64_t requestEncryptedAppTicket(void*, const void* userData, int32_t size) {
  const Call call("requestEncryptedAppTicket",
                  Arguments().bytes("userData", userData, size > 0 ? static_cast<size_t>(size) : 0));
  Bytes bytes;
  appendNumber(bytes, resultOk, 4);
  return request(call, "requestEncryptedAppTicket", encryptedTicketId, bytes);
}

bool getEncryptedAppTicket(void*, void* ticket, int32_t maxTicketBytes, uint32_t* size) {
  const Call call("getEncryptedAppTicket", Arguments().number("maxTicketBytes", maxTicketBytes));
  if (size != nullptr) *size = 0;
  if (call.isPipeDead() || !call->script.flag("getEncryptedAppTicket.result", call->hasEncryptedTicket)) return false;
  const Bytes bytes =
      call->script.bytes("getEncryptedAppTicket", patternBytes(encryptedTicketBytes, encryptedTicketSeed));
  if (size != nullptr) *size = static_cast<uint32_t>(bytes.size());
  const bool isRoomEnough = maxTicketBytes >= 0 && bytes.size() <= static_cast<size_t>(maxTicketBytes);
  if (ticket == nullptr || !isRoomEnough) return false;
  std::memcpy(ticket, bytes.data(), bytes.size());
  return true;
}

uint64_t requestStoreAuthURL(void*, const char* redirect) {
  const Call call("requestStoreAuthURL", Arguments().text("redirect", redirect));
  Bytes bytes(storeUrlBytes);
  const std::string url =
      std::string("https://store.example/login?token=stand-in&redir=") + (redirect == nullptr ? "" : redirect);
  writeText(bytes, 0, storeUrlBytes, url);
  return request(call, "requestStoreAuthURL", storeUrlId, bytes);
}

uint64_t getMarketEligibility(void*) {
  const Call call("getMarketEligibility");
  Bytes bytes(20);
  writeNumber(bytes, 0, 1, 1);
  return request(call, "getMarketEligibility", marketEligibilityId, bytes);
}

uint64_t getDurationControl(void*) {
  const Call call("getDurationControl");
  const char* appId = std::getenv("SteamAppId");
  // Not applicable, as for every account outside China.
  Bytes bytes(32);
  writeNumber(bytes, 0, resultOk, 4);
  writeNumber(bytes, 4,
              static_cast<uint64_t>(
                  call->script.number("getAppID", appId == nullptr ? 0 : std::strtoll(appId, nullptr, 10))),
              4);
  return request(call, "getDurationControl", durationControlId, bytes);
}

bool setDurationControlOnlineState(void*, int32_t newState) {
  const Call call("setDurationControlOnlineState", Arguments().number("newState", newState));
  return !call.isPipeDead() && call->script.flag("setDurationControlOnlineState", true);
}

}  // namespace steam_double::user
