# Builds for Windows on Linux, with mingw-w64, and runs the tests under Wine. Boost and nlohmann's JSON are headers
# alone, so the ones of this machine do; only they, for the folder around them holds the wrong system's.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
set(CMAKE_CROSSCOMPILING_EMULATOR wine)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)

# One program needs nothing beside it, and large templates need room in the object files.
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)
set(CMAKE_CXX_FLAGS_INIT "-Wa,-mbig-obj")

set(headers "${CMAKE_BINARY_DIR}/headers")
file(MAKE_DIRECTORY "${headers}")
foreach(library boost nlohmann)
    if(NOT EXISTS "${headers}/${library}")
        file(CREATE_LINK "/usr/include/${library}" "${headers}/${library}" SYMBOLIC)
    endif()
endforeach()
set(ROCKETTRAINER_BOOST "${headers}" CACHE PATH "")
set(ROCKETTRAINER_JSON "${headers}" CACHE PATH "")
set(ROCKETTRAINER_GTEST_SOURCE /usr/src/googletest/googletest CACHE PATH "")
