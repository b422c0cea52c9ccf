// SPDX-License-Identifier: GPL-2.0-or-later
// Put before the other libraries (LD_PRELOAD), it watches what the program does to files under a temporary name, in
// folders below LATCHKEY_DISK_ROOT, and spoils it:
//   LATCHKEY_DISK_LOG     every step is written there (see powerloss.h), and what the program says on its output
//   LATCHKEY_DISK_KILL    the program is killed before that step, or in the middle of it if it writes ("17", "17half")
//   LATCHKEY_DISK_ROOM    so many bytes can be written, then the disk is full
//   LATCHKEY_DISK_SHORT   a write takes no more bytes than that
//   LATCHKEY_DISK_FAIL    the nth call of a function fails ("fsync 1 5": the first fsync with errno 5; 0: every one)
#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

/// What the program would have called.
template <typename Function>
Function *real(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

auto *const realWrite = real<ssize_t(int, const void *, size_t)>("write");

constexpr std::size_t maxDescriptors = 1024;
std::array<std::atomic<int>, maxDescriptors>
    files; ///< by descriptor: which file under a temporary name, from 1
std::atomic<int> lastFile = 0;
std::atomic<int> steps = 0;
std::atomic<long> used = 0; ///< bytes of the disk

bool isWatched(const char *path)
{
    const char *root = std::getenv("LATCHKEY_DISK_ROOT");
    return root != nullptr && std::strncmp(path, root, std::strlen(root)) == 0;
}

int fileOf(int descriptor)
{
    return descriptor >= 0 && static_cast<std::size_t>(descriptor) < maxDescriptors
               ? files[static_cast<std::size_t>(descriptor)].load()
               : 0;
}

void log(const std::string &line, const void *bytes = nullptr, std::size_t size = 0)
{
    const char *path = std::getenv("LATCHKEY_DISK_LOG");
    if (path == nullptr)
        return;
    static const int target =
        real<int(const char *, int, ...)>("open")(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    std::string entry = line + '\n';
    if (bytes != nullptr)
        entry.append(static_cast<const char *>(bytes), size);
    realWrite(target, entry.data(), entry.size());
}

/// Whether the program is to die at this step.
bool diesHere(const char *how)
{
    const char *last = std::getenv("LATCHKEY_DISK_KILL");
    char *rest = nullptr;
    return last != nullptr && std::strtol(last, &rest, 10) == steps && std::strcmp(rest, how) == 0;
}

void step()
{
    ++steps;
    if (diesHere(""))
        kill(getpid(), SIGKILL);
}

/// Whether this call of the function is to fail, with errno set.
bool fails(const char *function)
{
    const char *wanted = std::getenv("LATCHKEY_DISK_FAIL");
    char name[16] = "";
    int at = 0;
    int code = 0;
    if (wanted == nullptr || std::sscanf(wanted, "%15s %d %d", name, &at, &code) != 3
        || std::strcmp(name, function) != 0)
        return false;
    static std::atomic<int> calls = 0;
    if (++calls != at && at != 0)
        return false;
    errno = code;
    return true;
}

int made(const char *path, int descriptor)
{
    if (descriptor >= 0 && static_cast<std::size_t>(descriptor) < maxDescriptors && isWatched(path)) {
        const int file = ++lastFile;
        files[static_cast<std::size_t>(descriptor)] = file;
        log("create " + std::to_string(file) + ' ' + path);
    }
    return descriptor;
}

/// How much of `size` there is room for; 0 with errno set if there is none.
std::size_t roomFor(std::size_t size)
{
    if (const char *most = std::getenv("LATCHKEY_DISK_SHORT"))
        size = std::min<std::size_t>(size, std::strtoul(most, nullptr, 10));
    if (const char *room = std::getenv("LATCHKEY_DISK_ROOM")) {
        const long left = std::strtol(room, nullptr, 10) - used;
        errno = ENOSPC;
        size = left > 0 ? std::min(size, static_cast<std::size_t>(left)) : 0;
    }
    used += static_cast<long>(size);
    return size;
}

int changed(const char *line, const char *path, const std::string &names, int result)
{
    if (result == 0 && isWatched(path))
        log(line + names);
    return result;
}

} // namespace

extern "C" {

int mkostemp(char *path, int flags)
{
    if (isWatched(path))
        step();
    return made(path, real<int(char *, int)>("mkostemp")(path, flags));
}

int mkostemp64(char *path, int flags)
{
    if (isWatched(path))
        step();
    return made(path, real<int(char *, int)>("mkostemp64")(path, flags));
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    if (descriptor == STDOUT_FILENO)
        log("say " + std::string(static_cast<const char *>(bytes), size - 1));
    const int file = fileOf(descriptor);
    if (file == 0)
        return realWrite(descriptor, bytes, size);
    step();
    if (diesHere("half")) {
        realWrite(descriptor, bytes, size / 2);
        kill(getpid(), SIGKILL);
    }
    const std::size_t part = roomFor(size);
    if (part == 0)
        return -1;
    log("write " + std::to_string(file) + ' ' + std::to_string(part), bytes, part);
    return realWrite(descriptor, bytes, part);
}

int fsync(int descriptor)
{
    const int file = fileOf(descriptor);
    char path[PATH_MAX] = "";
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    if (file == 0 && (readlink(link.c_str(), path, sizeof path - 1) < 0 || !isWatched(path)))
        return real<int(int)>("fsync")(descriptor);
    step();
    if (fails("fsync"))
        return -1;
    log(file != 0 ? "sync " + std::to_string(file) : std::string("syncfolder ") + path);
    return real<int(int)>("fsync")(descriptor);
}

int close(int descriptor)
{
    if (fileOf(descriptor) != 0)
        files[static_cast<std::size_t>(descriptor)] = 0;
    return real<int(int)>("close")(descriptor);
}

int rename(const char *from, const char *to) noexcept
{
    if (isWatched(to)) {
        step();
        if (fails("rename"))
            return -1;
    }
    return changed("rename ", to, std::string(from) + ' ' + to,
                   real<int(const char *, const char *)>("rename")(from, to));
}

int link(const char *from, const char *to) noexcept
{
    if (isWatched(to)) {
        step();
        if (fails("link"))
            return -1;
    }
    return changed("link ", to, std::string(from) + ' ' + to,
                   real<int(const char *, const char *)>("link")(from, to));
}

int unlink(const char *path) noexcept
{
    if (isWatched(path))
        step();
    return changed("unlink ", path, path, real<int(const char *)>("unlink")(path));
}

int mkdir(const char *path, mode_t mode) noexcept
{
    if (isWatched(path)) {
        step();
        if (access(path, F_OK) != 0 && fails("mkdir")) // one that is there takes no room
            return -1;
    }
    return changed("mkdir ", path, path, real<int(const char *, mode_t)>("mkdir")(path, mode));
}

} // extern "C"
