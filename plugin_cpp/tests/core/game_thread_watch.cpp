#include "game_thread_watch.hpp"

#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/syscall.h>

#include <cstdarg>
#include <cstddef>
#include <utility>

namespace {

thread_local bool watching = false;
thread_local std::uint64_t allocations_seen = 0;
thread_local std::uint64_t locks_seen = 0;

void allocates() noexcept {
    allocations_seen += watching;
}
void locks() noexcept {
    locks_seen += watching;
}

// The function this one stands in front of.
template <typename Function>
Function* next(const char* name) noexcept {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

// The C++ library's `new` and `std::mutex` end in these, too.
extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void* block);

void* malloc(std::size_t size) {
    allocates();
    return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
    allocates();
    return __libc_calloc(count, size);
}
void* realloc(void* block, std::size_t size) {
    allocates();
    return __libc_realloc(block, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    allocates();
    return __libc_memalign(alignment, size);
}
void free(void* block) {
    allocates();
    __libc_free(block);
}

#define STAND_IN_FRONT_OF(name, parameters, arguments)           \
    int name parameters {                                        \
        static auto* const behind = next<int parameters>(#name); \
        locks();                                                 \
        return behind arguments;                                 \
    }
STAND_IN_FRONT_OF(pthread_mutex_lock, (pthread_mutex_t * mutex), (mutex))
STAND_IN_FRONT_OF(pthread_mutex_trylock, (pthread_mutex_t * mutex), (mutex))
STAND_IN_FRONT_OF(pthread_rwlock_rdlock, (pthread_rwlock_t * lock), (lock))
STAND_IN_FRONT_OF(pthread_rwlock_wrlock, (pthread_rwlock_t * lock), (lock))
STAND_IN_FRONT_OF(pthread_cond_wait, (pthread_cond_t * condition, pthread_mutex_t* mutex), (condition, mutex))
STAND_IN_FRONT_OF(pthread_cond_signal, (pthread_cond_t * condition), (condition))
STAND_IN_FRONT_OF(pthread_cond_broadcast, (pthread_cond_t * condition), (condition))
STAND_IN_FRONT_OF(sem_wait, (sem_t * semaphore), (semaphore))
STAND_IN_FRONT_OF(sem_post, (sem_t * semaphore), (semaphore))
#undef STAND_IN_FRONT_OF

// What waits without a lock, `std::atomic::wait` and its like, asks the kernel by this.
long syscall(long number, ...) {
    static auto* const behind = next<long(long, long, long, long, long, long, long)>("syscall");
    std::va_list list;
    va_start(list, number);
    long a[6];
    for (long& argument : a) argument = va_arg(list, long);
    va_end(list);
    locks();
    return behind(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

}  // extern "C"

namespace rockettrainer {

GameThreadWatch::GameThreadWatch() noexcept {
    allocations_seen = locks_seen = 0;
    watching = true;
}

GameThreadWatch::~GameThreadWatch() {
    watching = false;
}

std::uint64_t GameThreadWatch::allocations() const noexcept {
    return allocations_seen;
}

std::uint64_t GameThreadWatch::locks() const noexcept {
    return locks_seen;
}

}  // namespace rockettrainer
