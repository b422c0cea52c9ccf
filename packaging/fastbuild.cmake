# SPDX-License-Identifier: GPL-2.0-or-later
# What makes a build quicker: ccache and the linker mold, where they are there, and memory for the compiler.

# Precompiled headers need ccache's leave to look away from their time stamps. It compares what the preprocessor makes,
# for the sources of a unity build name others by their whole path: only so does another clone's object fit.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()

# A hundred programs of tests are linked: mold takes a fifth of the time.
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

# GCC tidies its memory up again and again while it reads Qt's headers, which takes a tenth of its time.
add_compile_options("$<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-expand=1000;--param=ggc-min-heapsize=1048576>")
