// ISteamUser: tickets that this user hands out, and sessions with those who handed one in.

#include <algorithm>
#include <cstring>

#include "call.hpp"
#include "remote-identity.hpp"
#include "user-functions.hpp"

namespace steam_double::user {

namespace {

constexpr size_t defaultTicketBytes = 240;
constexpr size_t webTicketRoom = 2560;
constexpr int32_t resultOk = 1;

constexpr int32_t validateTicketId = 143;
constexpr int32_t sessionTicketId = 163;
constexpr int32_t webTicketId = 168;

constexpr int32_t beginOk = 0;
constexpr int32_t beginInvalidTicket = 1;
constexpr int32_t beginDuplicate = 2;
constexpr int32_t responseOk = 0;
constexpr int32_t responseCancelled = 6;
constexpr int32_t hasLicense = 0;
constexpr int32_t noAuth = 2;

// Handles never start over, so that a late callback is not taken for a newer ticket's.
uint32_t nextTicketHandle(State& known, const char* name) {
  const uint32_t handle = static_cast<uint32_t>(known.script.number(name, known.lastTicketHandle + 1));
  if (known.script.find(name) == nullptr) known.lastTicketHandle = handle;
  return handle;
}

void postValidation(State& known, uint64_t steamId, int32_t response, uint64_t ownerSteamId) {
  Bytes bytes;
  appendNumber(bytes, steamId, 8);
  appendNumber(bytes, static_cast<uint32_t>(response), 4);
  appendNumber(bytes, ownerSteamId, 8);
  known.callbacks.post(validateTicketId, bytes);
}

uint32_t issuedHandle(const State& known, const Bytes& ticket) {
  const auto same = std::find_if(known.sessionTickets.begin(), known.sessionTickets.end(),
                                 [&](const auto& issued) { return issued.second.bytes == ticket; });
  return same == known.sessionTickets.end() ? 0 : same->first;
}

}  // namespace

uint32_t getAuthSessionTicket(void*, void* ticket, int32_t maxTicketBytes, uint32_t* size, const void* remote) {
  const Call call(
      "getAuthSessionTicket",
      Arguments().number("maxTicketBytes", maxTicketBytes).text("remote", describeRemote(remote).c_str()));
  if (size != nullptr) *size = 0;
  if (call.isPipeDead()) return 0;
  const uint32_t handle = nextTicketHandle(*call, "getAuthSessionTicket");
  const Bytes bytes =
      call->script.bytes("getAuthSessionTicket.ticket", patternBytes(defaultTicketBytes, handle));
  const bool isRoomEnough = maxTicketBytes >= 0 && bytes.size() <= static_cast<size_t>(maxTicketBytes);
  if (handle == 0 || ticket == nullptr || !isRoomEnough) return 0;
  std::memcpy(ticket, bytes.data(), bytes.size());
  if (size != nullptr) *size = static_cast<uint32_t>(bytes.size());
  call->sessionTickets[handle] = {bytes};
  if (call->script.isAutomatic("getAuthSessionTicket")) {
    Bytes answer;
    appendNumber(answer, handle, 4);
    appendNumber(answer, call->script.number("getAuthSessionTicket.callbackResult", resultOk), 4);
    call->callbacks.post(sessionTicketId, answer);
  }
  return handle;
}

uint32_t getAuthTicketForWebApi(void*, const char* serviceIdentity) {
  const Call call("getAuthTicketForWebApi", Arguments().text("serviceIdentity", serviceIdentity));
  if (call.isPipeDead()) return 0;
  const uint32_t handle = nextTicketHandle(*call, "getAuthTicketForWebApi");
  if (handle != 0 && call->script.isAutomatic("getAuthTicketForWebApi")) {
    Bytes ticket = call->script.bytes("getAuthTicketForWebApi.ticket", patternBytes(defaultTicketBytes, handle));
    ticket.resize(std::min(ticket.size(), webTicketRoom));
    Bytes answer;
    appendNumber(answer, handle, 4);
    appendNumber(answer, call->script.number("getAuthTicketForWebApi.callbackResult", resultOk), 4);
    appendNumber(answer, ticket.size(), 4);
    answer.insert(answer.end(), ticket.begin(), ticket.end());
    answer.resize(12 + webTicketRoom);
    call->callbacks.post(webTicketId, answer);
  }
  return handle;
}

int32_t beginAuthSession(void*, const void* ticket, int32_t size, uint64_t steamId) {
  const size_t ticketBytes = size > 0 ? static_cast<size_t>(size) : 0;
  const Call call("beginAuthSession",
                  Arguments().bytes("authTicket", ticket, ticketBytes).number("size", size).id("steamId", steamId));
  if (call.isPipeDead()) return beginOk;
  const bool isEmpty = ticket == nullptr || ticketBytes == 0;
  const bool isDuplicate = call->sessions.count(steamId) > 0;
  const bool isAutomatic = call->script.isAutomatic("beginAuthSession");
  const int32_t fitting = !isAutomatic  ? beginOk
                          : isEmpty     ? beginInvalidTicket
                          : isDuplicate ? beginDuplicate
                                        : beginOk;
  const auto result = static_cast<int32_t>(call->script.number("beginAuthSession", fitting));
  if (result != beginOk) return result;

  AuthSession session;
  session.ownerSteamId = call->script.id("beginAuthSession.owner", steamId);
  if (!isEmpty) {
    const auto* bytes = static_cast<const uint8_t*>(ticket);
    session.ticketHandle = issuedHandle(*call, Bytes(bytes, bytes + ticketBytes));
  }
  call->sessions[steamId] = session;
  if (isAutomatic) {
    const auto response = static_cast<int32_t>(call->script.number("beginAuthSession.response", responseOk));
    postValidation(*call, steamId, response, session.ownerSteamId);
  }
  return result;
}

void endAuthSession(void*, uint64_t steamId) {
  const Call call("endAuthSession", Arguments().id("steamId", steamId));
  call->sessions.erase(steamId);
}

void cancelAuthTicket(void*, uint32_t ticket) {
  const Call call("cancelAuthTicket", Arguments().number("authTicket", ticket));
  if (call.isPipeDead() || call->sessionTickets.erase(ticket) == 0) return;
  if (!call->script.isAutomatic("cancelAuthTicket")) return;
  // Only this user's own tickets can be cancelled here, so only a session with this user can notice.
  const uint64_t steamId = call->steamId();
  const auto session = call->sessions.find(steamId);
  if (session == call->sessions.end()) return;
  const uint32_t begunWith = session->second.ticketHandle;
  if (begunWith == ticket || begunWith == 0) {
    postValidation(*call, steamId, responseCancelled, session->second.ownerSteamId);
  }
}

int32_t userHasLicenseForApp(void*, uint64_t steamId, uint32_t appId) {
  const Call call("userHasLicenseForApp", Arguments().id("steamId", steamId).number("appId", appId));
  if (call.isPipeDead()) return 0;
  const int32_t fitting = call->sessions.count(steamId) > 0 ? hasLicense : noAuth;
  return static_cast<int32_t>(call->script.number("userHasLicenseForApp", fitting));
}

}  // namespace steam_double::user
