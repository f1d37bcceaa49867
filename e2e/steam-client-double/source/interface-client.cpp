// ISteamClient: pipes, users and the way to every other interface.

#include <cstdint>

#include "call.hpp"
#include "interfaces.hpp"

namespace steam_double {

namespace {

int32_t createSteamPipe(void*) {
  const Call call("createSteamPipe");
  if (call->script.isSteamBack) call->script.isPipeDead = call->script.isSteamBack = false;
  if (call.isPipeDead()) return 0;
  return static_cast<int32_t>(call->script.number("createSteamPipe", 1));
}

bool releaseSteamPipe(void*, int32_t pipe) {
  const Call call("releaseSteamPipe", Arguments().number("pipe", pipe));
  call->forgetPipe();
  return true;
}

int32_t connectToGlobalUser(void*, int32_t pipe) {
  const Call call("connectToGlobalUser", Arguments().number("pipe", pipe));
  if (call.isPipeDead()) return 0;
  return static_cast<int32_t>(call->script.number("connectToGlobalUser", 1));
}

int32_t createLocalUser(void*, int32_t* pipe, int32_t accountType) {
  const Call call("createLocalUser", Arguments().number("accountType", accountType));
  if (pipe != nullptr) *pipe = 0;
  return 0;
}

void releaseUser(void*, int32_t pipe, int32_t user) {
  const Call call("releaseUser", Arguments().number("pipe", pipe).number("user", user));
}

InterfaceObject* getInterface(void*, int32_t user, int32_t pipe, const char* version) {
  {
    const Call call("getInterface", Arguments().number("user", user).number("pipe", pipe).text("version", version));
  }
  return version == nullptr ? nullptr : findInterface(version);
}

// ISteamUtils belongs to the pipe, not to a user.
InterfaceObject* getUtilsInterface(void* self, int32_t pipe, const char* version) {
  return getInterface(self, 0, pipe, version);
}

void setWarningMessageHook(void*, void*) {
  const Call call("setWarningMessageHook");
}

// Valve's library hands over its own "is anyone listening for this callback" and takes it back at the end.
void setCallbackRegisteredCheck(void*, void* check) {
  const Call call("setCallbackRegisteredCheck", Arguments().flag("present", check != nullptr));
}

bool shutdownIfAllPipesClosed(void*) {
  const Call call("shutdownIfAllPipesClosed");
  return true;
}

}  // namespace

InterfaceObject* steamClientInterface() {
  static InterfaceObject* const only = makeInterface(
      "ISteamClient",
      {at(0, &createSteamPipe),          at(1, &releaseSteamPipe),       at(2, &connectToGlobalUser),
       at(3, &createLocalUser),          at(4, &releaseUser),            at(5, &getInterface),
       at(6, &getInterface),             at(8, &getInterface),           at(9, &getUtilsInterface),
       at(10, &getInterface),            at(11, &getInterface),          at(12, &getInterface),
       at(13, &getInterface),            at(14, &getInterface),          at(15, &getInterface),
       at(16, &getInterface),            at(17, &getInterface),          at(18, &getInterface),
       at(19, &getInterface),            at(22, &setWarningMessageHook), at(23, &shutdownIfAllPipesClosed),
       at(24, &getInterface),            at(25, &getInterface),          at(26, &getInterface),
       at(27, &getInterface),            at(28, &getInterface),          at(29, &getInterface),
       at(32, &setCallbackRegisteredCheck),
       at(33, &getInterface),            at(34, &getInterface),          at(35, &getInterface),
       at(36, &getInterface),            at(37, &getInterface),          at(38, &getInterface)});
  return only;
}

}  // namespace steam_double
