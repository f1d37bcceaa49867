// Every value that a script may set, with its kind. A name that is not listed is a typing mistake in a test
// and is answered with an error instead of being remembered for nothing.
#pragma once

#include <optional>
#include <string>

namespace steam_double {

enum class ValueKind { flag, number, id, text, bytes };

std::optional<ValueKind> valueKind(const std::string& name);
const char* valueKindName(ValueKind kind);

// The functions with an automatic follow-up which a script may switch off.
bool isAutomaticFunction(const std::string& name);
// The functions that answer by call result.
bool isCallResultFunction(const std::string& name);

}  // namespace steam_double
