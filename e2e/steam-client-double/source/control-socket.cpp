#include "control-socket.hpp"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "commands.hpp"

namespace steam_double {

namespace {

struct Connection {
  int descriptor = -1;
  std::string received;
};

// False when the other side has gone. No SIGPIPE: the application did nothing wrong.
bool sendAll(int descriptor, const std::string& text) {
  size_t sent = 0;
  while (sent < text.size()) {
    const ssize_t count = send(descriptor, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    sent += static_cast<size_t>(count);
  }
  return true;
}

bool serveOnce(Connection& connection) {
  char buffer[65536];
  const ssize_t count = recv(connection.descriptor, buffer, sizeof buffer, 0);
  if (count < 0) return errno == EINTR;
  if (count == 0) return false;
  connection.received.append(buffer, static_cast<size_t>(count));
  std::string answers;
  size_t start = 0;
  for (size_t end; (end = connection.received.find('\n', start)) != std::string::npos; start = end + 1) {
    answers += runCommand(connection.received.substr(start, end - start)) + '\n';
  }
  connection.received.erase(0, start);
  return sendAll(connection.descriptor, answers);
}

void serveForever(int listener) {
  std::vector<Connection> connections;
  for (;;) {
    std::vector<pollfd> watched{{listener, POLLIN, 0}};
    for (const Connection& connection : connections) watched.push_back({connection.descriptor, POLLIN, 0});
    if (poll(watched.data(), watched.size(), -1) < 0) continue;

    std::vector<Connection> kept;
    for (size_t index = 0; index < connections.size(); ++index) {
      Connection& connection = connections[index];
      if (watched[index + 1].revents == 0 || serveOnce(connection)) {
        kept.push_back(std::move(connection));
      } else {
        close(connection.descriptor);
      }
    }
    connections = std::move(kept);
    if ((watched[0].revents & POLLIN) != 0) {
      const int descriptor = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
      if (descriptor >= 0) connections.push_back({descriptor, ""});
    }
  }
}

void* controlThread(void* listener) {
  pthread_setname_np(pthread_self(), "steam-double");
  serveForever(static_cast<int>(reinterpret_cast<intptr_t>(listener)));
  return nullptr;
}

void startThread(int listener) {
  // The application's signals stay with its own threads.
  sigset_t everySignal;
  sigset_t previous;
  sigfillset(&everySignal);
  pthread_sigmask(SIG_SETMASK, &everySignal, &previous);
  pthread_t thread;
  if (pthread_create(&thread, nullptr, controlThread, reinterpret_cast<void*>(static_cast<intptr_t>(listener))) == 0) {
    pthread_detach(thread);
  } else {
    std::fputs("steam-client-double: no thread for the control socket\n", stderr);
  }
  pthread_sigmask(SIG_SETMASK, &previous, nullptr);
}

}  // namespace

void openControlSocket(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) {
    std::fprintf(stderr, "steam-client-double: the socket path is %zu bytes, at most %zu fit; use a shorter HOME: %s\n",
                 path.size(), sizeof address.sun_path - 1, path.c_str());
    return;
  }
  std::memcpy(address.sun_path, path.c_str(), path.size());

  const int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  // One left behind by an earlier process.
  unlink(path.c_str());
  if (listener < 0 || bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
      listen(listener, 16) != 0) {
    std::fprintf(stderr, "steam-client-double: cannot listen at %s: %s\n", path.c_str(), std::strerror(errno));
    if (listener >= 0) close(listener);
    return;
  }
  startThread(listener);
}

}  // namespace steam_double
