// Calls that are answered later: callback 703 announces the answer, then the application fetches its bytes.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "callback-queue.hpp"
#include "encoding.hpp"
#include "script.hpp"

namespace steam_double {

struct CallResult {
  std::string functionName;
  int32_t callbackId = 0;
  Bytes bytes;
  bool isCompleted = false;
  bool isFailed = false;
  int32_t failureReason = -1;
};

class CallResults {
 public:
  // Remembers a call that waits for its answer, and the bytes that would fit it.
  uint64_t begin(const std::string& functionName, int32_t callbackId, Bytes fittingBytes, uint64_t scriptedHandle);
  // False when no such call waits. Outcome::never leaves it waiting.
  bool complete(uint64_t handle, const CallAnswer& answer, CallbackQueue& callbacks);

  const CallResult* find(uint64_t handle) const;
  bool isCompleted(uint64_t handle, bool* isFailed) const;
  // As Steam does: false for an unknown or waiting call, another callback id or too little room; true with
  // isFailed set for a call that failed.
  bool fetch(uint64_t handle, void* out, int32_t size, int32_t callbackId, bool* isFailed);
  int32_t failureReason(uint64_t handle) const;
  void clear();

 private:
  std::map<uint64_t, CallResult> calls;
  // Above 2^53, as Steam's own handles are: whoever squeezes one through a double is found out.
  uint64_t lastHandle = 0x1234567800000000;
};

}  // namespace steam_double
