// Everything that the stand-in knows, behind one mutex.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>

#include "call-log.hpp"
#include "call-results.hpp"
#include "callback-queue.hpp"
#include "encoding.hpp"
#include "script.hpp"

namespace steam_double {

struct IssuedTicket {
  Bytes bytes;
};

struct AuthSession {
  uint64_t ownerSteamId = 0;
  // The issued ticket with the same bytes, 0 when the ticket came from elsewhere.
  uint32_t ticketHandle = 0;
};

struct State {
  std::mutex mutex;
  // Woken when a script lets a hanging call go on.
  std::condition_variable hangEnded;
  uint64_t hangGeneration = 0;

  Script script;
  CallbackQueue callbacks;
  CallResults results;
  CallLog log;

  std::map<uint32_t, IssuedTicket> sessionTickets;
  uint32_t lastTicketHandle = 0;
  std::map<uint64_t, AuthSession> sessions;
  bool hasEncryptedTicket = false;

  bool isRecording = false;
  // Recording has stopped, what is left in the queue is still handed out.
  bool isTailPending = false;
  std::deque<Bytes> voicePackets;

  // Mistakes in the start script, told to the first driver that connects.
  std::string startScriptFault;

  uint64_t steamId() const;
  bool completeCall(uint64_t handle, const CallAnswer& answer);
  // What belongs to a pipe goes with it; the script stays.
  void forgetPipe();
  void reset();
  void killPipe();
};

// Never destroyed: the control thread may still run while the process exits.
State& state();

}  // namespace steam_double
