// The interfaces that the stand-in plays, and the look-up by version text.
#pragma once

#include <string>

#include "interface-table.hpp"

namespace steam_double {

InterfaceObject* steamClientInterface();
InterfaceObject* steamUserInterface();
InterfaceObject* steamUtilsInterface();
InterfaceObject* steamFriendsInterface();
InterfaceObject* steamAppsInterface();
InterfaceObject* steamUserStatsInterface();

// ISteamUtils too reads call results, through the same code as the C export.
bool fetchCallResult(uint64_t handle, void* out, int32_t size, int32_t callbackId, bool* isFailed);

// An interface that the stand-in does not play is answered with spare slots only. Null when the script refuses
// the version, as an older client would.
InterfaceObject* findInterface(const std::string& version);
bool isInterfaceRefused(const std::string& version);

}  // namespace steam_double
