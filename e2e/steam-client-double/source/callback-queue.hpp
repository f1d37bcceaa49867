// The callbacks that wait for the application's pump.
#pragma once

#include <cstdint>
#include <deque>

#include "encoding.hpp"

namespace steam_double {

struct Callback {
  int32_t id = 0;
  Bytes bytes;
};

class CallbackQueue {
 public:
  void post(int32_t id, Bytes bytes);
  // A burst is one entry that makes its payloads as they are read, so that a hundred thousand large callbacks
  // cost neither time nor memory up front. The running number, from 0, is written at numberOffset.
  void postBurst(int32_t id, uint64_t count, Bytes bytes, size_t numberOffset);

  // The same callback until it is freed; its bytes stay valid until then.
  const Callback* peek();
  void freeLast();
  uint64_t pendingCount() const;
  void clear();

 private:
  struct Entry {
    Callback callback;
    uint64_t count = 1;
    uint64_t number = 0;
    size_t numberOffset = 0;
    bool isBurst = false;
  };

  std::deque<Entry> entries;
  // A copy of its own: a script may clear the queue while the application still reads these bytes.
  Callback current;
  bool hasCurrent = false;
};

}  // namespace steam_double
