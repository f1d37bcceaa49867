#include "interface-table.hpp"

#include <array>
#include <cstdint>

#include "call.hpp"

namespace steam_double {

namespace {

constexpr size_t slotCount = 160;

template <size_t Number>
uint64_t spareSlot(InterfaceObject* self) {
  const Call call(std::string(self->name) + ".slot" + std::to_string(Number));
  return 0;
}

template <size_t... Numbers>
std::array<Slot, slotCount> spareSlots(std::index_sequence<Numbers...>) {
  return {reinterpret_cast<Slot>(&spareSlot<Numbers>)...};
}

}  // namespace

InterfaceObject* makeInterface(const std::string& name, std::initializer_list<std::pair<size_t, Slot>> given) {
  auto& slots = *new std::array<Slot, slotCount>(spareSlots(std::make_index_sequence<slotCount>()));
  for (const auto& [number, function] : given) slots[number] = function;
  const auto& kept = *new std::string(name);
  return new InterfaceObject{slots.data(), kept.c_str()};
}

}  // namespace steam_double
