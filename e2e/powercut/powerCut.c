/*
 * A disk that forgets. Preloaded into a program, it keeps below EARSHOT_DURABLE a copy of each file below EARSHOT_VOLATILE as the
 * program last forced it to disk. Names change at once, bytes only by fsync or fdatasync. After the program was killed, EARSHOT_DURABLE
 * is what a machine would find that had lost its power at that moment.
 *
 * EARSHOT_DISK_LIES=1 lets the flush succeed and keep nothing: the negative control.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef int (*flush_call)(int);
typedef int (*rename_call)(const char *, const char *);
typedef int (*unlink_call)(const char *);

static char volatile_root[PATH_MAX];
static char durable_root[PATH_MAX];
static int disk_lies;

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
  const char *from = getenv("EARSHOT_VOLATILE"), *to = getenv("EARSHOT_DURABLE"), *lies = getenv("EARSHOT_DISK_LIES");
  disk_lies = lies != NULL && lies[0] == '1';
  if (from == NULL || to == NULL || realpath(from, volatile_root) == NULL || realpath(to, durable_root) == NULL)
    volatile_root[0] = 0;
}

/* Where the durable copy of an absolute path lies; 0 where the path is none of ours. */
static int durable_path(const char *path, char *copy) {
  size_t length = strlen(volatile_root);
  if (length == 0 || strncmp(path, volatile_root, length) != 0 || path[length] != '/') return 0;
  return snprintf(copy, PATH_MAX, "%s%s", durable_root, path + length) < PATH_MAX;
}

static int durable_path_of(const char *path, char *copy) {
  char here[PATH_MAX], full[2 * PATH_MAX];
  if (path[0] == '/') return durable_path(path, copy);
  if (getcwd(here, sizeof here) == NULL) return 0;
  snprintf(full, sizeof full, "%s/%s", here, path);
  return strlen(full) < PATH_MAX && durable_path(full, copy);
}

static void make_folders_above(char *path) {
  for (char *slash = strchr(path + strlen(durable_root) + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    mkdir(path, 0755);
    *slash = '/';
  }
}

static int copy_bytes(int from, int to) {
  char buffer[1 << 16];
  off_t at = 0;
  for (;;) {
    ssize_t count = pread(from, buffer, sizeof buffer, at);
    if (count < 0) return 0;
    if (count == 0) return 1;
    if (write(to, buffer, (size_t)count) != count) return 0;
    at += count;
  }
}

static void empty_file(const char *path) {
  int made = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
  if (made >= 0) close(made);
}

/* The flush is over: what the file holds now is durable. The descriptor may be write-only, so the file is opened anew. */
static void keep(int descriptor) {
  char link[64], path[PATH_MAX], copy[PATH_MAX], part[PATH_MAX + 64];
  struct stat about;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return;
  path[length] = 0;
  if (!durable_path(path, copy) || fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) return;
  make_folders_above(copy);
  snprintf(part, sizeof part, "%s.%d.%d.part", copy, getpid(), gettid());
  int from = open(path, O_RDONLY | O_CLOEXEC);
  int to = open(part, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
  int whole = from >= 0 && to >= 0 && copy_bytes(from, to);
  if (from >= 0) close(from);
  if (to >= 0) close(to);
  /* In one step: the kill may come in the middle. */
  if (whole) ((rename_call)next("rename"))(part, copy);
}

static int flush(const char *name, int descriptor) {
  int result = ((flush_call)next(name))(descriptor);
  int error = errno;
  if (result == 0 && !disk_lies) keep(descriptor);
  errno = error;
  return result;
}

int fsync(int descriptor) { return flush("fsync", descriptor); }

int fdatasync(int descriptor) { return flush("fdatasync", descriptor); }

int rename(const char *from, const char *to) {
  rename_call really = (rename_call)next("rename");
  int result = really(from, to);
  char from_copy[PATH_MAX], to_copy[PATH_MAX];
  if (result != 0 || !durable_path_of(to, to_copy)) return result;
  make_folders_above(to_copy);
  /* The new name is there; where its bytes never were forced to disk, it is the name of nothing. */
  if (!durable_path_of(from, from_copy) || really(from_copy, to_copy) != 0) empty_file(to_copy);
  return result;
}

int unlink(const char *path) {
  unlink_call really = (unlink_call)next("unlink");
  int result = really(path);
  char copy[PATH_MAX];
  if (result == 0 && durable_path_of(path, copy)) really(copy);
  return result;
}
