// The functions of ISteamUser, by their duty. They are put into slots in interface-user.cpp.
#pragma once

#include <cstdint>

namespace steam_double::user {

// Account.
int32_t getHSteamUser(void* self);
bool loggedOn(void* self);
uint64_t getSteamID(void* self);
bool getUserDataFolder(void* self, char* buffer, int32_t size);
bool isBehindNAT(void* self);
bool isPhoneVerified(void* self);
bool isTwoFactorEnabled(void* self);
bool isPhoneIdentifying(void* self);
bool isPhoneRequiringVerification(void* self);
int32_t getPlayerSteamLevel(void* self);
int32_t getGameBadgeLevel(void* self, int32_t series, bool isFoil);
// A CGameID is passed by reference below the flat call, which takes it by value: C++ copies it non-trivially.
void trackAppUsageEvent(void* self, const uint64_t* gameId, int32_t event, const char* extraInfo);

// Game servers.
int32_t initiateGameConnection(void* self, void* blob, int32_t maxBlobBytes, uint64_t serverId, uint32_t serverIp,
                               uint16_t serverPort, bool isSecure);
void terminateGameConnection(void* self, uint32_t serverIp, uint16_t serverPort);
void advertiseGame(void* self, uint64_t serverId, uint32_t serverIp, uint16_t serverPort);

// Tickets and sessions.
uint32_t getAuthSessionTicket(void* self, void* ticket, int32_t maxTicketBytes, uint32_t* size,
                              const void* remote);
uint32_t getAuthTicketForWebApi(void* self, const char* serviceIdentity);
int32_t beginAuthSession(void* self, const void* ticket, int32_t size, uint64_t steamId);
void endAuthSession(void* self, uint64_t steamId);
void cancelAuthTicket(void* self, uint32_t ticket);
int32_t userHasLicenseForApp(void* self, uint64_t steamId, uint32_t appId);

// Answered by call result.
uint64_t requestEncryptedAppTicket(void* self, const void* userData, int32_t size);
bool getEncryptedAppTicket(void* self, void* ticket, int32_t maxTicketBytes, uint32_t* size);
uint64_t requestStoreAuthURL(void* self, const char* redirect);
uint64_t getMarketEligibility(void* self);
uint64_t getDurationControl(void* self);
bool setDurationControlOnlineState(void* self, int32_t newState);

// Voice.
void startVoiceRecording(void* self);
void stopVoiceRecording(void* self);
int32_t getAvailableVoice(void* self, uint32_t* compressed, uint32_t* uncompressed, uint32_t sampleRate);
int32_t getVoice(void* self, bool wantsCompressed, void* destination, uint32_t destinationBytes, uint32_t* written,
                 bool wantsUncompressed, void* uncompressed, uint32_t uncompressedBytes,
                 uint32_t* uncompressedWritten, uint32_t sampleRate);
int32_t decompressVoice(void* self, const void* compressed, uint32_t size, void* destination,
                        uint32_t destinationBytes, uint32_t* written, uint32_t sampleRate);
uint32_t getVoiceOptimalSampleRate(void* self);

}  // namespace steam_double::user
