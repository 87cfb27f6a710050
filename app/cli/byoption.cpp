// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/byoption.h"

#include "app/cli/command.h"

namespace assay {

namespace {

/// As the window proposes its reviewer; cron has no other than LOGNAME.
QString systemUserName()
{
    for (const char* variable : {"USER", "USERNAME", "LOGNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

QCommandLineOption byOption(const QString& words)
{
    return {QStringLiteral("by"), Cli::tr("%1: who says so; default: the system's user name.").arg(words),
            QStringLiteral("NAME")};
}

QString readBy(const QCommandLineParser& parser, QString& mistake)
{
    const QString option = QStringLiteral("by");
    const QString name = (parser.isSet(option) ? parser.value(option) : systemUserName()).trimmed();
    if (name.isEmpty())
        mistake = Cli::tr("say who with --by");
    return name;
}

} // namespace assay
