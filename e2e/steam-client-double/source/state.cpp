#include "state.hpp"

namespace steam_double {

namespace {

constexpr uint64_t defaultSteamId = 76561202255187901;
constexpr int32_t ipcFailureId = 117;
constexpr uint8_t pipeFail = 1;

}  // namespace

uint64_t State::steamId() const {
  return script.id("getSteamID", defaultSteamId);
}

bool State::completeCall(uint64_t handle, const CallAnswer& answer) {
  if (!results.complete(handle, answer, callbacks)) return false;
  const CallResult* call = results.find(handle);
  const bool isTicket = call->functionName == "requestEncryptedAppTicket" && call->isCompleted && !call->isFailed;
  // The first byte of the answer is the low byte of its EResult; 1 is OK.
  if (isTicket) hasEncryptedTicket = !call->bytes.empty() && call->bytes[0] == 1;
  return true;
}

void State::forgetPipe() {
  callbacks.clear();
  results.clear();
  sessionTickets.clear();
  sessions.clear();
  hasEncryptedTicket = false;
  isRecording = false;
  isTailPending = false;
}

void State::reset() {
  script = Script();
  forgetPipe();
  log.clear();
  voicePackets.clear();
  ++hangGeneration;
  hangEnded.notify_all();
}

void State::killPipe() {
  forgetPipe();
  callbacks.post(ipcFailureId, Bytes{pipeFail});
  script.isPipeDead = true;
  script.isSteamBack = false;
}

State& state() {
  static auto& only = *new State();
  return only;
}

}  // namespace steam_double
