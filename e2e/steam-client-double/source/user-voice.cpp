// ISteamUser: voice, as a queue of packets that the script fills.

#include <algorithm>
#include <cstring>

#include "call.hpp"
#include "user-functions.hpp"

namespace steam_double::user {

namespace {

constexpr int32_t voiceOk = 0;
constexpr int32_t voiceNotInitialized = 1;
constexpr int32_t voiceNotRecording = 2;
constexpr int32_t voiceNoData = 3;
constexpr int32_t voiceBufferTooSmall = 4;

constexpr uint32_t optimalSampleRate = 24000;

// Packets left in the queue after StopVoiceRecording are still handed out: that is Steam's tail.
int32_t fittingResult(const State& known) {
  if (!known.voicePackets.empty() && known.isRecording) return voiceOk;
  if (!known.voicePackets.empty() && known.isTailPending) return voiceOk;
  return known.isRecording ? voiceNoData : voiceNotRecording;
}

void writeSize(uint32_t* destination, size_t size) {
  if (destination != nullptr) *destination = static_cast<uint32_t>(size);
}

int32_t copyOut(const Bytes& bytes, void* destination, uint32_t destinationBytes, uint32_t* written) {
  // Too small answers with the size that is needed, so that the caller can come again with more room.
  writeSize(written, bytes.size());
  if (destination == nullptr || destinationBytes < bytes.size()) return voiceBufferTooSmall;
  std::memcpy(destination, bytes.data(), bytes.size());
  return voiceOk;
}

// Twenty milliseconds of a quiet triangle.
Bytes triangleSamples(uint32_t sampleRate) {
  const int32_t period = std::max<int32_t>(4, static_cast<int32_t>(sampleRate / 500));
  Bytes bytes;
  for (int32_t index = 0; index < static_cast<int32_t>(sampleRate / 50); ++index) {
    const int32_t phase = index % period;
    const int32_t height = std::min(phase, period - phase) * 4 * 4000 / period - 4000;
    appendNumber(bytes, static_cast<uint16_t>(static_cast<int16_t>(height)), 2);
  }
  return bytes;
}

// Where a packet's sections begin, how long the head of one is, and how long the checksum that they end at.
constexpr size_t talkerBytes = 8;
constexpr size_t sectionHeadBytes = 3;
constexpr size_t checksumBytes = 4;
constexpr uint8_t opusSection = 6;
constexpr size_t endOfSpurt = 0xffff;

// A frame of that size is no Opus here but 480 samples at 24 kHz: the stand-in has no codec, and tests know what they sent.
constexpr size_t plainFrameSamples = 480;
constexpr size_t plainFrameBytes = plainFrameSamples * 2;

size_t readNumber16(const uint8_t* bytes) { return bytes[0] | static_cast<size_t>(bytes[1]) << 8; }

void appendFrame(Bytes& samples, const uint8_t* frame, size_t frameBytes, uint32_t sampleRate) {
  if (frameBytes != plainFrameBytes) {
    const Bytes triangle = triangleSamples(sampleRate);
    samples.insert(samples.end(), triangle.begin(), triangle.end());
    return;
  }
  const size_t count = sampleRate / 50;
  for (size_t index = 0; index < count; ++index) {
    const uint8_t* nearest = frame + 2 * (index * plainFrameSamples / count);
    samples.insert(samples.end(), nearest, nearest + 2);
  }
}

// The frames of every Opus section, one after another; false where the bytes are no packet.
bool decodePacket(const uint8_t* packet, size_t size, uint32_t sampleRate, Bytes& samples) {
  if (size < talkerBytes + sectionHeadBytes + checksumBytes) return false;
  const size_t end = size - checksumBytes;
  size_t at = talkerBytes;
  while (at + sectionHeadBytes <= end) {
    const bool isOpus = packet[at] == opusSection;
    const size_t sectionEnd = at + sectionHeadBytes + (isOpus ? readNumber16(packet + at + 1) : 0);
    if (sectionEnd > end) return false;
    at += sectionHeadBytes;
    while (at + 2 <= sectionEnd) {
      const size_t frameBytes = readNumber16(packet + at);
      if (frameBytes == endOfSpurt) break;
      if (at + 4 + frameBytes > sectionEnd) return false;
      appendFrame(samples, packet + at + 4, frameBytes, sampleRate);
      at += 4 + frameBytes;
    }
    at = sectionEnd;
  }
  return at == end;
}

}  // namespace

void startVoiceRecording(void*) {
  const Call call("startVoiceRecording");
  call->isRecording = !call.isPipeDead();
  call->isTailPending = false;
}

void stopVoiceRecording(void*) {
  const Call call("stopVoiceRecording");
  call->isTailPending = call->isRecording;
  call->isRecording = false;
}

int32_t getAvailableVoice(void*, uint32_t* compressed, uint32_t* uncompressed, uint32_t sampleRate) {
  const Call call("getAvailableVoice", Arguments().number("sampleRate", sampleRate));
  writeSize(compressed, 0);
  writeSize(uncompressed, 0);
  if (call.isPipeDead()) return voiceNotInitialized;
  const ScriptedValue* packet = call->script.find("getVoice");
  int32_t result = packet != nullptr ? voiceOk : fittingResult(*call);
  const size_t next = packet != nullptr ? packet->bytes.size()
                      : result == voiceOk ? call->voicePackets.front().size()
                                          : 0;
  result = static_cast<int32_t>(call->script.number("getAvailableVoice.result", result));
  writeSize(compressed, static_cast<size_t>(call->script.number("getAvailableVoice", static_cast<int64_t>(next))));
  return result;
}

int32_t getVoice(void*, bool wantsCompressed, void* destination, uint32_t destinationBytes, uint32_t* written,
                 bool wantsUncompressed, void* uncompressed, uint32_t uncompressedBytes,
                 uint32_t* uncompressedWritten, uint32_t sampleRate) {
  const Call call("getVoice", Arguments()
                                  .flag("wantsCompressed", wantsCompressed)
                                  .number("destinationBytes", destinationBytes)
                                  .flag("wantsUncompressed", wantsUncompressed)
                                  .flag("hasUncompressed", uncompressed != nullptr)
                                  .number("uncompressedBytes", uncompressedBytes)
                                  .flag("hasUncompressedWritten", uncompressedWritten != nullptr)
                                  .number("sampleRate", sampleRate));
  writeSize(written, 0);
  if (call.isPipeDead()) return voiceNotInitialized;
  const ScriptedValue* packet = call->script.find("getVoice");
  const int32_t fitting = packet != nullptr ? voiceOk : fittingResult(*call);
  const auto result = static_cast<int32_t>(call->script.number("getVoice.result", fitting));
  if (result != voiceOk || !wantsCompressed) return result;
  if (packet != nullptr) return copyOut(packet->bytes, destination, destinationBytes, written);
  if (call->voicePackets.empty()) return voiceOk;
  const int32_t copied = copyOut(call->voicePackets.front(), destination, destinationBytes, written);
  if (copied == voiceOk) call->voicePackets.pop_front();
  return copied;
}

int32_t decompressVoice(void*, const void* compressed, uint32_t size, void* destination, uint32_t destinationBytes,
                        uint32_t* written, uint32_t sampleRate) {
  const Call call("decompressVoice", Arguments()
                                         .bytes("voice", compressed, size)
                                         .number("destinationBytes", destinationBytes)
                                         .number("sampleRate", sampleRate));
  writeSize(written, 0);
  if (call.isPipeDead()) return voiceNotInitialized;
  const auto result = static_cast<int32_t>(call->script.number("decompressVoice.result", voiceOk));
  if (result != voiceOk) return result;
  const uint32_t rate = std::min(sampleRate, 48000u);
  Bytes decoded;
  if (!decodePacket(static_cast<const uint8_t*>(compressed), compressed == nullptr ? 0 : size, rate, decoded)) {
    decoded = triangleSamples(rate);
  }
  const Bytes samples = call->script.bytes("decompressVoice", decoded);
  return copyOut(samples, destination, destinationBytes, written);
}

uint32_t getVoiceOptimalSampleRate(void*) {
  const Call call("getVoiceOptimalSampleRate");
  if (call.isPipeDead()) return 0;
  return static_cast<uint32_t>(call->script.number("getVoiceOptimalSampleRate", optimalSampleRate));
}

}  // namespace steam_double::user
