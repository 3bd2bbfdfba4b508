#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void limit(int resource, uint64_t most) {
  struct rlimit limit = {most, most};
  setrlimit(resource, &limit);
}

// Runs in the child: only calls that are safe between fork and exec.
static void become(
    const char *path, char *const *arguments, char *const *environment, const char *folder,
    cprocess_limits limits, int output, pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The parent may have gone before it could be watched.
  if (getppid() != parent) _exit(127);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // A network of its own, which leads nowhere; where that is not allowed, the program has no reason
  // to use one.
  unshare(CLONE_NEWUSER | CLONE_NEWNET);
  int nothing = open("/dev/null", O_RDWR);
  if (nothing < 0 || chdir(folder) != 0) _exit(127);
  dup2(nothing, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  int complaints = open("stderr", O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(complaints >= 0 ? complaints : nothing, STDERR_FILENO);
  for (int descriptor = 3; descriptor < 256; descriptor++) close(descriptor);
  limit(RLIMIT_CPU, (uint64_t)limits.seconds + 1);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, (uint64_t)1 << 30);
  if (limits.memory > 0) limit(RLIMIT_AS, limits.memory);
  execve(path, arguments, environment);
  _exit(127);
}

// Collects what the child writes; gives how it went.
static cprocess_outcome collect(int input, double deadline, size_t most, cprocess_result *result) {
  size_t room = 0;
  for (;;) {
    double left = deadline - now();
    if (left <= 0) return CPROCESS_TIME;
    struct pollfd wait = {input, POLLIN, 0};
    int ready = poll(&wait, 1, left > 1000 ? 1000000 : (int)(left * 1000) + 1);
    if (ready < 0 && errno != EINTR) return CPROCESS_KILLED;
    if (ready <= 0) continue;
    if (result->count == room) {
      room = room == 0 ? 1 << 16 : room * 2;
      uint8_t *larger = realloc(result->output, room);
      if (!larger) return CPROCESS_OUTPUT;
      result->output = larger;
    }
    ssize_t count = read(input, result->output + result->count, room - result->count);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return CPROCESS_ENDED;
    result->count += (size_t)count;
    if (result->count > most) return CPROCESS_OUTPUT;
  }
}

// Waits for the child until the deadline; 0 if it has ended.
static int wait_until(pid_t child, double deadline, int *status) {
  for (;;) {
    pid_t ended = waitpid(child, status, WNOHANG);
    if (ended == child) return 0;
    if (ended < 0 && errno != EINTR) return -1;
    if (now() > deadline) return -1;
    struct timespec pause = {0, 2000000};
    nanosleep(&pause, NULL);
  }
}

cprocess_result cprocess_run(
    const char *path, char *const *arguments, char *const *environment, const char *folder,
    cprocess_limits limits) {
  cprocess_result result = {CPROCESS_NOT_STARTED, 0, NULL, 0};
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return result;
  double deadline = now() + limits.seconds;
  pid_t parent = getpid();
  pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return result;
  }
  if (child == 0) become(path, arguments, environment, folder, limits, ends[1], parent);
  setpgid(child, child);
  close(ends[1]);
  result.outcome = collect(ends[0], deadline, limits.output, &result);
  close(ends[0]);
  int status = 0;
  int running = result.outcome != CPROCESS_ENDED || wait_until(child, deadline, &status) != 0;
  // The whole group: what the program started goes with it.
  kill(-child, SIGKILL);
  if (running) {
    if (result.outcome == CPROCESS_ENDED) result.outcome = CPROCESS_TIME;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  } else if (WIFEXITED(status)) {
    result.status = WEXITSTATUS(status);
  } else {
    result.outcome = CPROCESS_KILLED;
  }
  return result;
}

void cprocess_free(cprocess_result result) { free(result.output); }
