#include "call-results.hpp"

#include <cstring>
#include <utility>

namespace steam_double {

namespace {

constexpr int32_t apiCallCompletedId = 703;
constexpr int32_t reasonNone = -1;
constexpr int32_t reasonInvalidHandle = 2;
constexpr int32_t reasonMismatchedCallback = 3;
constexpr size_t callLimit = 10'000;

}  // namespace

uint64_t CallResults::begin(const std::string& functionName, int32_t callbackId, Bytes fittingBytes,
                            uint64_t scriptedHandle) {
  const uint64_t handle = scriptedHandle != 0 ? scriptedHandle : ++lastHandle;
  CallResult call;
  call.functionName = functionName;
  call.callbackId = callbackId;
  call.bytes = std::move(fittingBytes);
  calls[handle] = std::move(call);
  if (calls.size() > callLimit) calls.erase(calls.begin());
  return handle;
}

bool CallResults::complete(uint64_t handle, const CallAnswer& answer, CallbackQueue& callbacks) {
  const auto found = calls.find(handle);
  if (found == calls.end() || found->second.isCompleted) return false;
  if (answer.outcome == Outcome::never) return true;
  CallResult& call = found->second;
  call.isCompleted = true;
  call.isFailed = answer.outcome == Outcome::failure;
  call.failureReason = call.isFailed ? answer.failureReason : reasonNone;
  if (answer.bytes.has_value()) call.bytes = *answer.bytes;

  Bytes completed;
  appendNumber(completed, handle, 8);
  appendNumber(completed, static_cast<uint32_t>(call.callbackId), 4);
  appendNumber(completed, call.bytes.size(), 4);
  callbacks.post(apiCallCompletedId, std::move(completed));
  return true;
}

const CallResult* CallResults::find(uint64_t handle) const {
  const auto found = calls.find(handle);
  return found == calls.end() ? nullptr : &found->second;
}

bool CallResults::isCompleted(uint64_t handle, bool* isFailed) const {
  const CallResult* call = find(handle);
  if (isFailed != nullptr) *isFailed = call == nullptr || call->isFailed;
  return call != nullptr && call->isCompleted;
}

bool CallResults::fetch(uint64_t handle, void* out, int32_t size, int32_t callbackId, bool* isFailed) {
  if (isFailed != nullptr) *isFailed = true;
  const auto found = calls.find(handle);
  if (found == calls.end() || !found->second.isCompleted) return false;
  CallResult& call = found->second;
  if (call.callbackId != callbackId || size < 0 || static_cast<size_t>(size) < call.bytes.size()) {
    call.failureReason = reasonMismatchedCallback;
    return false;
  }
  if (isFailed != nullptr) *isFailed = call.isFailed;
  if (!call.isFailed && out != nullptr) std::memcpy(out, call.bytes.data(), call.bytes.size());
  return true;
}

int32_t CallResults::failureReason(uint64_t handle) const {
  const CallResult* call = find(handle);
  return call == nullptr ? reasonInvalidHandle : call->failureReason;
}

void CallResults::clear() {
  calls.clear();
}

}  // namespace steam_double
