// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/queryoutput.h"

#include "app/cli/text.h"
#include "core/base/job.h"

namespace latchkey::cli {

namespace {

/// Written as soon as it comes. What is wrong with it is said when the program ends.
class StandardOutput final : public result::ByteOutput
{
public:
    explicit StandardOutput(Output &output) : m_output(output) { }
    Result<> write(std::string_view bytes) override
    {
        m_output.print(bytes);
        return m_output.flush() ? Result<>(Ok{}) : cancelledError();
    }

private:
    Output &m_output;
};

} // namespace

Result<QueryOutput> QueryOutput::open(const QueryPlan &plan, Output &standard)
{
    QueryOutput output;
    if (plan.output.isEmpty()) {
        output.m_writer =
            result::makeRowWriter(plan.format, plan.options, std::make_shared<StandardOutput>(standard));
        return output;
    }
    auto file = result::ExportFile::create(plan.output);
    if (!file)
        return file.error();
    output.m_file = *std::move(file);
    output.m_writer = result::makeRowWriter(plan.format, plan.options, output.m_file);
    return output;
}

Result<> QueryOutput::settle(Result<> outcome)
{
    if (!m_file)
        return outcome;
    if (outcome)
        return m_file->commit();
    if (outcome.error().code == Error::Code::Cancelled
        || outcome.error().code == Error::Code::FileInaccessible) {
        m_file->discard();
        return outcome;
    }
    if (const QString partial = m_file->keepPartial(); !partial.isEmpty())
        note(Text::tr("The result is not complete. What had arrived is in “%1”.").arg(partial));
    return outcome;
}

} // namespace latchkey::cli
