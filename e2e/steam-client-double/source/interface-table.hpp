// Interfaces as the caller's compiler sees them: an object whose first word points at a table of functions.
//
// On Linux x64 a virtual call is "take the table, take the slot, call it with the object first", so plain
// functions put at numbered slots are a C++ interface, and the slot numbers stand where they can be checked.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>

namespace steam_double {

using Slot = void (*)();

struct InterfaceObject {
  const Slot* slots;
  const char* name;
};

template <typename Function>
std::pair<size_t, Slot> at(size_t number, Function* function) {
  return {number, reinterpret_cast<Slot>(function)};
}

// Slots that are not given are spare: they write the log and return 0. Lives as long as the process.
InterfaceObject* makeInterface(const std::string& name, std::initializer_list<std::pair<size_t, Slot>> given);

}  // namespace steam_double
