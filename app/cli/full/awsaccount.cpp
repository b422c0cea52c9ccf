// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/awsaccount.h"

#include "app/cli/mainloop.h"
#include "core/base/job.h"
#include "core/profile/awsfetch.h"

namespace latchkey::cli {

Result<QList<QByteArray>> awsDocuments(Call &call)
{
    MainLoop loop;
    AwsFetch fetch;
    Result<QList<QByteArray>> answers = cancelledError();
    QObject::connect(&fetch, &AwsFetch::finished, &fetch, [&](const Result<QList<QByteArray>> &given) {
        answers = given;
        loop.end(Ok{});
    });
    const std::stop_callback onStop(call.stop, [&] {
        QMetaObject::invokeMethod(
            &fetch, [&loop] { loop.end(Ok{}); }, Qt::QueuedConnection);
    });
    fetch.start({call.value("aws-profile"), call.value("region")});
    static_cast<void>(loop.run());
    return answers;
}

} // namespace latchkey::cli
