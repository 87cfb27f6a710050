// SPDX-License-Identifier: GPL-3.0-or-later
// Midjourney: PNG `Description` is what the person typed, options and all, then "Job ID: ...". Its --q and
// --s are no CFG and no steps, so all options but the seed stay under their own names.
#include "app/metadata/generatorreader.h"
#include "app/metadata/settingsbuilder.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

/// Enough to know a text without a job's id for Midjourney's: other programs have options, too.
constexpr std::array kOwnOptions{"ar"_L1,    "v"_L1,       "niji"_L1,  "stylize"_L1, "s"_L1,
                                 "chaos"_L1, "weird"_L1,   "style"_L1, "sref"_L1,    "cref"_L1,
                                 "iw"_L1,    "quality"_L1, "q"_L1,     "tile"_L1,    "version"_L1};

struct Option
{
    QString name;
    QString value;
};

struct Command
{
    QString prompt;
    QList<Option> options;
    QString jobId;
};

/// Everything from the first " --word" on is options; a value goes on to the next one.
Command parseCommand(QString text)
{
    static const QRegularExpression job(
        u"\\s*Job ID: ([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\s*$"_s);
    static const QRegularExpression option(u"(?:^|\\s)--([a-zA-Z]{1,20})(?=\\s|$)"_s);
    Command command;
    const QRegularExpressionMatch jobMatch = job.match(text);
    if (jobMatch.hasMatch()) {
        command.jobId = jobMatch.captured(1);
        text.truncate(jobMatch.capturedStart());
    }
    qsizetype valueStart = -1;
    qsizetype promptEnd = text.size();
    QRegularExpressionMatchIterator matches = option.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (valueStart >= 0)
            command.options.last().value =
                text.sliced(valueStart, match.capturedStart() - valueStart).trimmed();
        else
            promptEnd = match.capturedStart();
        command.options.append({match.captured(1).toLower(), {}});
        valueStart = match.capturedEnd();
    }
    if (valueStart >= 0)
        command.options.last().value = text.sliced(valueStart).trimmed();
    command.prompt = text.first(promptEnd).trimmed();
    return command;
}

bool isOwn(const Option& option)
{
    return std::find(kOwnOptions.begin(), kOwnOptions.end(), option.name) != kOwnOptions.end();
}

bool isMidjourney(const Command& command, const Container& container)
{
    if (!command.jobId.isEmpty())
        return true;
    const bool isFromItsSite = container.pngText(u"Author") && container.pngText(u"Creation Time");
    return isFromItsSite && std::any_of(command.options.begin(), command.options.end(), isOwn);
}

void addOption(const Option& option, Reading& reading, SettingsBuilder& builder)
{
    if (option.name == "no"_L1)
        reading.negative = option.value;
    else if (option.name == "seed"_L1)
        builder.setSeed(u"--seed"_s, option.value);
    else
        builder.setOther(u"--"_s + option.name, option.value);
}

} // namespace

std::optional<Reading> readMidjourney(const Container& container)
{
    constexpr qsizetype kLongest = 100'000;
    const NamedText* text = container.pngText(u"Description");
    if (!text || text->text.size() > kLongest)
        return std::nullopt;
    const Command command = parseCommand(text->text);
    if (!isMidjourney(command, container))
        return std::nullopt;
    Reading reading;
    reading.generator = u"Midjourney"_s;
    reading.prompt = command.prompt;
    SettingsBuilder builder;
    for (const Option& option : command.options)
        addOption(option, reading, builder);
    if (!command.jobId.isEmpty())
        builder.setOther(u"Job ID"_s, command.jobId);
    reading.settings = builder.build();
    return reading;
}

} // namespace assay
