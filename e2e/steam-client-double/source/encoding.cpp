#include "encoding.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace steam_double {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

int hexValue(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

}  // namespace

std::string toHex(const void* data, size_t size) {
  const auto* bytes = static_cast<const uint8_t*>(data);
  std::string text;
  if (bytes == nullptr) return text;
  text.reserve(size * 2);
  for (size_t index = 0; index < size; ++index) {
    text += hexDigits[bytes[index] >> 4];
    text += hexDigits[bytes[index] & 15];
  }
  return text;
}

std::optional<Bytes> fromHex(std::string_view text) {
  if (text == "-") return Bytes();
  if (text.size() % 2 != 0) return std::nullopt;
  Bytes bytes;
  bytes.reserve(text.size() / 2);
  for (size_t index = 0; index < text.size(); index += 2) {
    const int high = hexValue(text[index]);
    const int low = hexValue(text[index + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes.push_back(static_cast<uint8_t>(high * 16 + low));
  }
  return bytes;
}

std::optional<int64_t> toSigned(const std::string& text) {
  if (text.empty() || (text[0] != '-' && (text[0] < '0' || text[0] > '9'))) return std::nullopt;
  char* end = nullptr;
  errno = 0;
  const long long number = std::strtoll(text.c_str(), &end, 10);
  if (errno != 0 || *end != '\0' || end == text.c_str()) return std::nullopt;
  return number;
}

std::optional<uint64_t> toUnsigned(const std::string& text) {
  // strtoull takes "-1" for the largest number; a minus sign is a mistake here.
  if (text.empty() || text[0] < '0' || text[0] > '9') return std::nullopt;
  char* end = nullptr;
  errno = 0;
  const unsigned long long number = std::strtoull(text.c_str(), &end, 10);
  if (errno != 0 || *end != '\0') return std::nullopt;
  return number;
}

std::string toJsonText(std::string_view text) {
  std::string json = "\"";
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\') {
      json += '\\';
      json += letter;
    } else if (code < 0x20) {
      json += "\\u00";
      json += hexDigits[code >> 4];
      json += hexDigits[code & 15];
    } else {
      json += letter;
    }
  }
  return json + '"';
}

std::string toDottedAddress(uint32_t address) {
  return std::to_string(address >> 24) + '.' + std::to_string((address >> 16) & 255) + '.' +
         std::to_string((address >> 8) & 255) + '.' + std::to_string(address & 255);
}

std::string unescapeLine(std::string_view text) {
  std::string plain;
  for (size_t index = 0; index < text.size(); ++index) {
    if (text[index] != '\\' || index + 1 == text.size()) {
      plain += text[index];
      continue;
    }
    ++index;
    plain += text[index] == 'n' ? '\n' : text[index] == 'r' ? '\r' : text[index];
  }
  return plain;
}

void appendNumber(Bytes& bytes, uint64_t number, size_t size) {
  bytes.resize(bytes.size() + size);
  writeNumber(bytes, bytes.size() - size, number, size);
}

void writeNumber(Bytes& bytes, size_t offset, uint64_t number, size_t size) {
  for (size_t index = 0; index < size && offset + index < bytes.size(); ++index) {
    bytes[offset + index] = static_cast<uint8_t>(number >> (8 * index));
  }
}

void writeText(Bytes& bytes, size_t offset, size_t room, std::string_view text) {
  const size_t size = std::min(text.size(), room - 1);
  std::memcpy(bytes.data() + offset, text.data(), size);
}

Bytes patternBytes(size_t size, uint32_t seed) {
  Bytes bytes;
  bytes.reserve(size);
  appendNumber(bytes, seed, 4);
  while (bytes.size() < size) bytes.push_back(static_cast<uint8_t>(bytes.size() * 7 + seed));
  return bytes;
}

}  // namespace steam_double
