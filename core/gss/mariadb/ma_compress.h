// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// <mysql/client_plugin.h> includes this header of libmariadb's own build, which no package installs. Only the type's
// name is needed.
typedef struct latchkey_unused_compress_context ma_compress_ctx;
