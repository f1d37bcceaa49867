// One call from the application. Holding one means holding the mutex.
#pragma once

#include <mutex>
#include <string>

#include "call-log.hpp"
#include "state.hpp"

namespace steam_double {

class Call {
 public:
  // Writes the log, then crashes or hangs if the script says so.
  explicit Call(const std::string& name, const Arguments& arguments = Arguments());

  // For calls that come every frame: they would drown the log, but may crash or hang.
  static Call withoutLog(const std::string& name);

  // After the pipe failed every function answers zero.
  bool isPipeDead() const { return known.script.isPipeDead; }
  State& operator*() const { return known; }
  State* operator->() const { return &known; }

 private:
  Call();
  void sufferFaults(const std::string& name);

  State& known;
  std::unique_lock<std::mutex> lock;
};

}  // namespace steam_double
