// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/type.h"

#include "app/base/log.h"

#include <QFontDatabase>
#include <QGuiApplication>

#include <array>

namespace assay {

namespace {

struct Metrics
{
    int size;
    int lineHeight;
    QFont::Weight weight;
};

Metrics metrics(TextStyle style)
{
    switch (style) {
    case TextStyle::Welcome:
        return {28, 36, QFont::DemiBold};
    case TextStyle::Title:
        return {20, 28, QFont::DemiBold};
    case TextStyle::TitleRegular:
        return {20, 28, QFont::Normal};
    case TextStyle::Section:
        return {15, 20, QFont::DemiBold};
    case TextStyle::Prompt:
        return {15, 26, QFont::Normal};
    case TextStyle::Lead:
        return {15, 24, QFont::Normal};
    case TextStyle::Body:
        return {13, 20, QFont::Normal};
    case TextStyle::BodyMedium:
        return {13, 20, QFont::Medium};
    case TextStyle::BodySemibold:
        return {13, 20, QFont::DemiBold};
    case TextStyle::Second:
        return {12, 16, QFont::Normal};
    case TextStyle::SecondMedium:
        return {12, 16, QFont::Medium};
    case TextStyle::SecondSemibold:
        return {12, 16, QFont::DemiBold};
    case TextStyle::Label:
        return {11, 16, QFont::Normal};
    case TextStyle::LabelSemibold:
        return {11, 16, QFont::DemiBold};
    }
    Q_UNREACHABLE();
}

} // namespace

QFont font(TextStyle style)
{
    const Metrics wanted = metrics(style);
    QFont font = QGuiApplication::font();
    font.setPixelSize(wanted.size);
    font.setWeight(wanted.weight);
    return font;
}

int lineHeight(TextStyle style)
{
    return metrics(style).lineHeight;
}

QString loadAssaySans()
{
    QString family;
    for (const QLatin1String weight :
         {QLatin1String("Regular"), QLatin1String("Medium"), QLatin1String("SemiBold")}) {
        const QString file = QStringLiteral(":/assay/fonts/AssaySans-%1.ttf").arg(weight);
        const QStringList families =
            QFontDatabase::applicationFontFamilies(QFontDatabase::addApplicationFont(file));
        if (families.isEmpty())
            qCWarning(logUi) << "font not loaded:" << file;
        else
            family = families.constFirst();
    }
    return family;
}

} // namespace assay
