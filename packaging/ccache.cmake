# SPDX-License-Identifier: GPL-2.0-or-later
# Uses ccache when it is there. Without a preprocessor run of its own, which costs where nothing is cached.
# Precompiled headers need its leave to look away from their time stamps.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_DEPEND=1 ${CCACHE_PROGRAM})
endif()
