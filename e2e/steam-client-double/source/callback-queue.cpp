#include "callback-queue.hpp"

#include <utility>

namespace steam_double {

void CallbackQueue::post(int32_t id, Bytes bytes) {
  Entry entry;
  entry.callback = {id, std::move(bytes)};
  entries.push_back(std::move(entry));
}

void CallbackQueue::postBurst(int32_t id, uint64_t count, Bytes bytes, size_t numberOffset) {
  if (count == 0) return;
  Entry entry;
  entry.callback = {id, std::move(bytes)};
  entry.count = count;
  entry.numberOffset = numberOffset;
  entry.isBurst = true;
  entries.push_back(std::move(entry));
}

const Callback* CallbackQueue::peek() {
  if (hasCurrent) return &current;
  if (entries.empty()) return nullptr;
  Entry& entry = entries.front();
  if (entry.isBurst) writeNumber(entry.callback.bytes, entry.numberOffset, entry.number, 4);
  current = entry.callback;
  hasCurrent = true;
  if (++entry.number == entry.count) entries.pop_front();
  return &current;
}

void CallbackQueue::freeLast() {
  hasCurrent = false;
}

uint64_t CallbackQueue::pendingCount() const {
  uint64_t count = hasCurrent ? 1 : 0;
  for (const Entry& entry : entries) count += entry.count - entry.number;
  return count;
}

void CallbackQueue::clear() {
  entries.clear();
}

}  // namespace steam_double
