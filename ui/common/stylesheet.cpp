// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stylesheet.h"

#include "ui/common/theme.h"

#include <QFile>
#include <QRegularExpression>

namespace assay {

namespace {

QString colourNamed(const Theme& theme, QStringView name)
{
    for (int i = 0; i < kTokenCount; ++i) {
        if (Theme::name(Token(i)) == name)
            return theme.colour(Token(i)).name();
    }
    Q_ASSERT_X(false, "style.qss", qPrintable(name.toString()));
    return {};
}

} // namespace

QString styleSheet(const Theme& theme)
{
    QFile file(QStringLiteral(":/assay/style.qss"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const QString source = isOpen ? QString::fromUtf8(file.readAll()) : QString();

    static const QRegularExpression placeholder(QStringLiteral("@([A-Za-z][A-Za-z0-9]*)"));
    QString sheet;
    qsizetype done = source.indexOf(QStringLiteral("*/")) + 2; // the opening comment speaks of placeholders
    for (auto it = placeholder.globalMatch(source, done); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        sheet += QStringView(source).mid(done, match.capturedStart() - done);
        sheet += colourNamed(theme, match.capturedView(1));
        done = match.capturedEnd();
    }
    return sheet + QStringView(source).mid(done);
}

} // namespace assay
