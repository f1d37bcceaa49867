// Bytes, text and numbers in the shapes that the protocol and the call log use.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steam_double {

using Bytes = std::vector<uint8_t>;

std::string toHex(const void* data, size_t size);
// An empty payload is written "-", so that a line always has the same number of words.
std::optional<Bytes> fromHex(std::string_view text);

std::optional<int64_t> toSigned(const std::string& text);
std::optional<uint64_t> toUnsigned(const std::string& text);

std::string toJsonText(std::string_view text);
// Host order, as Steam passes it: 0x7F000001 is 127.0.0.1.
std::string toDottedAddress(uint32_t address);

// Text travels to the end of its line, so only the backslash and line ends need an escape.
std::string unescapeLine(std::string_view text);

void appendNumber(Bytes& bytes, uint64_t number, size_t size);
void writeNumber(Bytes& bytes, size_t offset, uint64_t number, size_t size);
void writeText(Bytes& bytes, size_t offset, size_t room, std::string_view text);

// Bytes that differ from place to place, so that a shifted or truncated copy is noticed.
Bytes patternBytes(size_t size, uint32_t seed);

}  // namespace steam_double
