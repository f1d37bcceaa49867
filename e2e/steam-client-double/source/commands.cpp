#include "commands.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <mutex>
#include <string_view>

#include "state.hpp"
#include "value-names.hpp"

namespace steam_double {

namespace {

// A mistake in a line; its text is the answer.
struct CommandError {
  std::string message;
};

// Takes a line apart from the left; the last argument may be all the rest.
class Words {
 public:
  explicit Words(std::string_view line) : left(line) {}

  std::string next(const char* what) {
    const size_t start = left.find_first_not_of(' ');
    if (start == std::string_view::npos) throw CommandError{std::string("missing ") + what};
    left.remove_prefix(start);
    const size_t end = left.find(' ');
    const std::string word(left.substr(0, end));
    left.remove_prefix(end == std::string_view::npos ? left.size() : end);
    return word;
  }

  // Everything after one space, so that text may begin with spaces.
  std::string_view rest() {
    if (!left.empty()) left.remove_prefix(1);
    return left;
  }

  bool isAtEnd() const { return left.find_first_not_of(' ') == std::string_view::npos; }

  int64_t number(const char* what) {
    const std::string word = next(what);
    const auto number = toSigned(word);
    if (!number) throw CommandError{std::string(what) + " is not a whole number: " + word};
    return *number;
  }

  uint64_t count(const char* what) {
    const std::string word = next(what);
    const auto number = toUnsigned(word);
    if (!number) throw CommandError{std::string(what) + " is not an unsigned number: " + word};
    return *number;
  }

  Bytes bytes(const char* what) {
    const std::string word = next(what);
    const auto bytes = fromHex(word);
    if (!bytes) throw CommandError{std::string(what) + " is not hex: " + word.substr(0, 40)};
    return *bytes;
  }

 private:
  std::string_view left;
};

std::string knownValueName(Words& words) {
  const std::string name = words.next("value name");
  if (!valueKind(name)) throw CommandError{"unknown value: " + name};
  return name;
}

std::string setValue(State& known, Words& words) {
  const std::string name = knownValueName(words);
  const ValueKind kind = *valueKind(name);
  const auto text = std::string(words.rest());
  ScriptedValue value;
  bool isFitting = true;
  switch (kind) {
    case ValueKind::flag:
      value.flag = text == "true";
      isFitting = value.flag || text == "false";
      break;
    case ValueKind::number:
      isFitting = toSigned(text).has_value();
      value.number = toSigned(text).value_or(0);
      break;
    case ValueKind::id:
      isFitting = toUnsigned(text).has_value();
      value.id = toUnsigned(text).value_or(0);
      break;
    case ValueKind::text:
      value.text = unescapeLine(text);
      break;
    case ValueKind::bytes:
      isFitting = !text.empty() && fromHex(text).has_value();
      value.bytes = fromHex(text).value_or(Bytes());
      break;
  }
  if (!isFitting) throw CommandError{name + " takes " + valueKindName(kind)};
  known.script.values[name] = value;
  return "";
}

std::string setNull(State& known, Words& words) {
  const std::string name = knownValueName(words);
  if (*valueKind(name) != ValueKind::text) throw CommandError{name + " is not text, so it cannot be null"};
  ScriptedValue value;
  value.isNull = true;
  known.script.values[name] = value;
  return "";
}

std::string unsetValue(State& known, Words& words) {
  known.script.values.erase(knownValueName(words));
  return "";
}

void requirePipe(const State& known) {
  if (known.script.isPipeDead) throw CommandError{"the pipe is dead: revive, then let the application connect again"};
}

std::string postCallback(State& known, Words& words) {
  requirePipe(known);
  const auto id = static_cast<int32_t>(words.number("callback id"));
  known.callbacks.post(id, words.bytes("payload"));
  return "";
}

std::string postBurst(State& known, Words& words) {
  requirePipe(known);
  const auto id = static_cast<int32_t>(words.number("callback id"));
  const uint64_t count = words.count("count");
  Bytes bytes = words.bytes("payload");
  const uint64_t numberOffset = words.isAtEnd() ? 0 : words.count("offset of the running number");
  known.callbacks.postBurst(id, count, std::move(bytes), numberOffset);
  return "";
}

CallAnswer readAnswer(Words& words) {
  const std::string outcome = words.next("outcome");
  CallAnswer answer;
  if (outcome == "success") {
    if (!words.isAtEnd()) answer.bytes = words.bytes("payload");
  } else if (outcome == "failure") {
    answer.outcome = Outcome::failure;
    answer.failureReason = static_cast<int32_t>(words.number("failure reason"));
  } else if (outcome == "never") {
    answer.outcome = Outcome::never;
  } else {
    throw CommandError{"the outcome is success, failure or never, not " + outcome};
  }
  return answer;
}

std::string answerCalls(State& known, Words& words) {
  const std::string name = words.next("function name");
  if (!isCallResultFunction(name)) throw CommandError{name + " does not answer by call result"};
  known.script.answers[name] = readAnswer(words);
  return "";
}

std::string completeCall(State& known, Words& words) {
  requirePipe(known);
  const uint64_t handle = words.count("call handle");
  const CallAnswer answer = readAnswer(words);
  if (!known.completeCall(handle, answer)) throw CommandError{"no call waits under " + std::to_string(handle)};
  return "";
}

std::string switchAutomatic(State& known, Words& words) {
  const std::string name = words.next("function name");
  if (!isAutomaticFunction(name)) throw CommandError{name + " does nothing automatically"};
  const std::string position = words.next("on or off");
  if (position != "on" && position != "off") throw CommandError{"on or off, not " + position};
  if (position == "on") {
    known.script.withoutAutomatic.erase(name);
  } else {
    known.script.withoutAutomatic.insert(name);
  }
  return "";
}

std::string die(State& known, Words& words) {
  const std::string manner = words.next("manner of death");
  if (manner == "crash") {
    std::fputs("steam-client-double: crashing, as scripted\n", stderr);
    std::abort();
  }
  if (manner != "pipe") throw CommandError{"pipe or crash, not " + manner};
  known.killPipe();
  return "";
}

std::string revive(State& known, Words&) {
  known.script.isSteamBack = known.script.isPipeDead;
  return "";
}

std::string crashOn(State& known, Words& words) {
  known.script.crashes.insert(words.next("function name"));
  return "";
}

std::string hangOn(State& known, Words& words) {
  const std::string name = words.next("function name");
  known.script.hangsMs[name] = words.number("milliseconds");
  return "";
}

std::string endHang(State& known, Words&) {
  known.script.hangsMs.clear();
  ++known.hangGeneration;
  known.hangEnded.notify_all();
  return "";
}

std::string refuseInterface(State& known, Words& words) {
  known.script.refusedInterfaces.insert(words.next("interface version"));
  return "";
}

std::string acceptInterface(State& known, Words& words) {
  known.script.refusedInterfaces.erase(words.next("interface version"));
  return "";
}

std::string queueVoice(State& known, Words& words) {
  known.voicePackets.push_back(words.bytes("packet"));
  return "";
}

std::string clearVoice(State& known, Words&) {
  known.voicePackets.clear();
  return "";
}

// The first thing that a driver says: a start script with a mistake must not pass for a working one.
std::string hello(State& known, Words&) {
  if (!known.startScriptFault.empty()) throw CommandError{known.startScriptFault};
  return "steam-client-double 1 pid " + std::to_string(getpid());
}

using Command = std::function<std::string(State&, Words&)>;

const std::map<std::string, Command>& commands() {
  static const auto& all = *new std::map<std::string, Command>{
      {"hello", hello},
      {"set", setValue},
      {"set-null", setNull},
      {"unset", unsetValue},
      {"post", postCallback},
      {"burst", postBurst},
      {"answer", answerCalls},
      {"complete", completeCall},
      {"automatic", switchAutomatic},
      {"die", die},
      {"revive", revive},
      {"crash-on", crashOn},
      {"hang-on", hangOn},
      {"end-hang", endHang},
      {"refuse-interface", refuseInterface},
      {"accept-interface", acceptInterface},
      {"voice", queueVoice},
      {"clear-voice", clearVoice},
      {"calls", [](State& known, Words&) { return known.log.toJson(); }},
      {"clear-calls", [](State& known, Words&) { return known.log.clear(), std::string(); }},
      {"pending", [](State& known, Words&) { return std::to_string(known.callbacks.pendingCount()); }},
      {"reset", [](State& known, Words&) { return known.reset(), std::string(); }},
  };
  return all;
}

}  // namespace

std::string runCommand(const std::string& line) {
  try {
    Words words(line);
    const std::string name = words.next("command");
    const auto command = commands().find(name);
    if (command == commands().end()) throw CommandError{"unknown command: " + name};
    const std::lock_guard<std::mutex> lock(state().mutex);
    const std::string payload = command->second(state(), words);
    return payload.empty() ? "ok" : "ok " + payload;
  } catch (const CommandError& error) {
    return "error " + error.message;
  }
}

}  // namespace steam_double
