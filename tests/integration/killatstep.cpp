// SPDX-License-Identifier: GPL-2.0-or-later
// Put before the other libraries (LD_PRELOAD), it kills the program before its LATCHKEY_KILL_AT_STEP-th change of a file,
// of a keyring, or of what a cache daemon keeps. What is written to pipes and to the terminal does not count.
// From the LATCHKEY_FULL_AT_KEY-th key on, the quota of keys is used up.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <dlfcn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

void step()
{
    static std::atomic<int> steps = 0;
    const char *last = std::getenv("LATCHKEY_KILL_AT_STEP");
    if (last != nullptr && ++steps == std::atoi(last))
        kill(getpid(), SIGKILL);
}

bool hasRoomForKey()
{
    static std::atomic<int> keys = 0;
    const char *full = std::getenv("LATCHKEY_FULL_AT_KEY");
    return full == nullptr || ++keys < std::atoi(full);
}

void stepIf(int descriptor, mode_t type)
{
    struct stat found = {};
    if (fstat(descriptor, &found) == 0 && (found.st_mode & S_IFMT) == type)
        step();
}

/// What the program would have called.
template <typename Function>
Function *real(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int mkstemp(char *path)
{
    step();
    return real<int(char *)>("mkstemp")(path);
}

int mkstemp64(char *path)
{
    step();
    return real<int(char *)>("mkstemp64")(path);
}

int rename(const char *from, const char *to) noexcept
{
    step();
    return real<int(const char *, const char *)>("rename")(from, to);
}

int unlink(const char *path) noexcept
{
    step();
    return real<int(const char *)>("unlink")(path);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    stepIf(descriptor, S_IFREG);
    return real<ssize_t(int, const void *, size_t)>("write")(descriptor, bytes, size);
}

// How libkrb5 speaks to the cache daemon.
ssize_t sendmsg(int descriptor, const msghdr *message, int flags)
{
    stepIf(descriptor, S_IFSOCK);
    return real<ssize_t(int, const msghdr *, int)>("sendmsg")(descriptor, message, flags);
}

// libkeyutils': a type, a description, what it holds, its size, a keyring.
int add_key(const char *type, const char *description, const void *payload, size_t size, int keyring)
{
    step();
    if (!hasRoomForKey()) {
        errno = EDQUOT;
        return -1;
    }
    return real<int(const char *, const char *, const void *, size_t, int)>("add_key")(
        type, description, payload, size, keyring);
}

long keyctl_clear(int keyring)
{
    step();
    return real<long(int)>("keyctl_clear")(keyring);
}

long keyctl_link(int key, int keyring)
{
    step();
    return real<long(int, int)>("keyctl_link")(key, keyring);
}

long keyctl_unlink(int key, int keyring)
{
    step();
    return real<long(int, int)>("keyctl_unlink")(key, keyring);
}

} // extern "C"
