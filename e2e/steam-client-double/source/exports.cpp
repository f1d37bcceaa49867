// The C functions that Valve's library looks up in the Steam client.

#include <cstdint>
#include <string>

#include "call.hpp"
#include "interfaces.hpp"

namespace {

// Valve packs by 4 on Linux.
#pragma pack(push, 4)
struct CallbackMessage {
  int32_t user;
  int32_t callbackId;
  const uint8_t* payload;
  int32_t payloadBytes;
};
#pragma pack(pop)

static_assert(sizeof(CallbackMessage) == 20, "the message header has 20 bytes on Linux");

}  // namespace

namespace steam_double {

bool fetchCallResult(uint64_t handle, void* out, int32_t size, int32_t callbackId, bool* isFailed) {
  const Call call("getAPICallResult",
                  Arguments().id("call", handle).number("size", size).number("callbackId", callbackId));
  if (call.isPipeDead()) {
    if (isFailed != nullptr) *isFailed = true;
    return false;
  }
  return call->results.fetch(handle, out, size, callbackId, isFailed);
}

}  // namespace steam_double

#define STEAM_DOUBLE_EXPORT extern "C" __attribute__((visibility("default")))

STEAM_DOUBLE_EXPORT void* CreateInterface(const char* version, int* returnCode) {
  using namespace steam_double;
  { const Call call("createInterface", Arguments().text("version", version)); }
  void* found = version == nullptr ? nullptr : findInterface(version);
  if (returnCode != nullptr) *returnCode = found == nullptr ? 1 : 0;
  return found;
}

STEAM_DOUBLE_EXPORT bool Steam_BGetCallback(int32_t, CallbackMessage* message) {
  using namespace steam_double;
  const Call call = Call::withoutLog("nextCallback");
  const Callback* callback = call->callbacks.peek();
  if (callback == nullptr || message == nullptr) return false;
  *message = {static_cast<int32_t>(call->script.number("connectToGlobalUser", 1)), callback->id,
              callback->bytes.data(), static_cast<int32_t>(callback->bytes.size())};
  return true;
}

STEAM_DOUBLE_EXPORT void Steam_FreeLastCallback(int32_t) {
  using namespace steam_double;
  const Call call = Call::withoutLog("freeLastCallback");
  call->callbacks.freeLast();
}

STEAM_DOUBLE_EXPORT bool Steam_GetAPICallResult(int32_t, uint64_t handle, void* out, int32_t size, int32_t callbackId,
                                                bool* isFailed) {
  return steam_double::fetchCallResult(handle, out, size, callbackId, isFailed);
}

STEAM_DOUBLE_EXPORT void Steam_ReleaseThreadLocalMemory(bool) {}

STEAM_DOUBLE_EXPORT bool Steam_IsKnownInterface(const char* version) {
  return version != nullptr && !steam_double::isInterfaceRefused(version);
}

STEAM_DOUBLE_EXPORT void Steam_NotifyMissingInterface(int32_t pipe, const char* version) {
  using namespace steam_double;
  const Call call("notifyMissingInterface", Arguments().number("pipe", pipe).text("version", version));
}
