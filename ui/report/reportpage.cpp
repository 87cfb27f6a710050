// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportpage.h"

#include "app/report/clientreportwords.h"
#include "app/report/figures.h"
#include "ui/common/theme.h"
#include "ui/common/type.h"
#include "ui/report/reportchart.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace assay {

namespace {

constexpr double kMargin = 96; ///< 16 mm and a little
constexpr double kRight = kPageWidth - kMargin;
constexpr double kColumn = kRight - kMargin;

struct PageText
{
    Q_DECLARE_TR_FUNCTIONS(assay::PageText)
};

QColor ink(Token token)
{
    return Theme::of(Scheme::Light).colour(token);
}

QFont face(TextStyle weight, int dots)
{
    QFont face = font(weight);
    face.setPixelSize(dots);
    return face;
}

/// A paragraph of at most `mostLines` lines; what does not fit is cut with an ellipsis.
struct Paragraph
{
    QString text;
    QFont font{};
    QColor colour{};
    double lineHeight = 0;
    int mostLines = 9;
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// Wraps within the box's width, also inside a long word; returns the lower edge of the last line.
double paintParagraph(QPainter* painter, const QRectF& box, const Paragraph& paragraph)
{
    QTextLayout layout(paragraph.text, paragraph.font, painter->device());
    QTextOption option(paragraph.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double y = box.top();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(box.width());
        line.setPosition({0, y - box.top() + (paragraph.lineHeight - line.height()) / 2});
        y += paragraph.lineHeight;
        if (++lines == paragraph.mostLines)
            break;
    }
    layout.endLayout();
    painter->setPen(paragraph.colour);
    layout.draw(painter, box.topLeft());
    return y;
}

void paintLine(QPainter* painter, const QString& text, const QRectF& box, Qt::Alignment alignment)
{
    const QString fitting =
        QFontMetricsF(painter->font(), painter->device()).elidedText(text, Qt::ElideMiddle, box.width());
    painter->drawText(box, int(alignment) | Qt::TextSingleLine | Qt::TextDontClip, fitting);
}

void paintHead(QPainter* painter, const ClientReportWords& words, const ReportLook& look)
{
    const bool hasAgency = !look.agency.isEmpty();
    painter->setPen(ink(Token::Text));
    painter->setFont(face(TextStyle::BodySemibold, 22));
    const QString left = hasAgency ? plainLine(look.agency) : PageText::tr("Image quality report");
    paintLine(painter, left, {kMargin, 88, kColumn * 0.48, 30}, Qt::AlignLeft | Qt::AlignVCenter);
    // A long name takes a second line and a smaller size rather than an ellipsis.
    const QFont large = face(TextStyle::BodySemibold, 22);
    const bool isLong = QFontMetricsF(large).horizontalAdvance(words.client) > kColumn * 0.48;
    const QRectF name(kMargin + kColumn * 0.5, isLong ? 72 : 88, kColumn * 0.5, 60);
    const double below = paintParagraph(painter, name,
                                        {.text = words.client,
                                         .font = isLong ? face(TextStyle::BodySemibold, 19) : large,
                                         .colour = ink(Token::Text),
                                         .lineHeight = isLong ? 24.0 : 30.0,
                                         .mostLines = 2,
                                         .alignment = Qt::AlignRight});
    painter->setPen(ink(Token::Text2));
    painter->setFont(face(TextStyle::Body, 19));
    if (hasAgency) {
        paintLine(painter, PageText::tr("Image quality report"), {kMargin, 116, kColumn * 0.48, 26},
                  Qt::AlignLeft | Qt::AlignVCenter);
    }
    paintLine(painter, words.period, {kMargin, below - 2, kColumn, 26}, Qt::AlignRight | Qt::AlignVCenter);
    painter->fillRect(QRectF(kMargin, 168, kColumn, 3), look.accent);
}

/// The figure in the accent, the rest in black, 30 pt, on as many lines as it takes.
double paintHeadline(QPainter* painter, const ClientReportWords& words, const QColor& accent)
{
    constexpr double kLine = 72;
    const QFont large = face(TextStyle::Title, 63);
    const QString text = words.figure.isEmpty() ? words.headline : words.figure + u' ' + words.headline;
    QTextLayout layout(text, large, painter->device());
    QTextLayout::FormatRange accented;
    accented.start = 0;
    accented.length = int(words.figure.size());
    accented.format.setForeground(accent);
    layout.setFormats({accented});
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(kColumn * 0.78);
        line.setPosition({0, y + (kLine - line.height()) / 2});
        y += kLine;
    }
    layout.endLayout();
    painter->setPen(ink(Token::Text));
    layout.draw(painter, {kMargin, 228});
    return 228 + y;
}

double paintFigures(QPainter* painter, const QList<ReportFigure>& figures, double top)
{
    constexpr double kHeight = 138;
    const double width = kColumn / double(std::max<qsizetype>(4, figures.size()));
    painter->fillRect(QRectF(kMargin, top, kColumn, 1.5), ink(Token::Line));
    painter->fillRect(QRectF(kMargin, top + kHeight, kColumn, 1.5), ink(Token::Line));
    for (int i = 0; i < figures.size(); ++i) {
        const double left = kMargin + i * width;
        const double inset = i == 0 ? 0 : 20;
        if (i > 0)
            painter->fillRect(QRectF(left, top, 1.5, kHeight), ink(Token::Line));
        const QRectF box(left + inset, top, width - inset - 12, kHeight);
        painter->setPen(ink(Token::Text2));
        painter->setFont(face(TextStyle::Body, 19));
        paintLine(painter, figures[i].name, {box.left(), top + 20, box.width(), 26},
                  Qt::AlignLeft | Qt::AlignVCenter);
        painter->setPen(ink(Token::Text));
        painter->setFont(face(TextStyle::Title, 38));
        paintLine(painter, figures[i].value, {box.left(), top + 46, box.width(), 48},
                  Qt::AlignLeft | Qt::AlignVCenter);
        painter->setPen(ink(Token::Text2));
        painter->setFont(face(TextStyle::Second, 19));
        paintLine(painter, figures[i].before, {box.left(), top + 96, box.width(), 24},
                  Qt::AlignLeft | Qt::AlignVCenter);
    }
    return top + kHeight;
}

void paintChart(QPainter* painter, const ClientReport& report, const ClientReportWords& words,
                const QRectF& box, const QColor& accent)
{
    const double below = paintParagraph(painter, box,
                                        {.text = words.chartTitle,
                                         .font = face(TextStyle::Section, 26),
                                         .colour = ink(Token::Text),
                                         .lineHeight = 36,
                                         .mostLines = 2});
    const double noteEnd = paintParagraph(painter, {box.left(), below, box.width(), 60},
                                          {.text = words.chartNote,
                                           .font = face(TextStyle::Second, 19),
                                           .colour = ink(Token::Text2),
                                           .lineHeight = 26,
                                           .mostLines = 3});
    const QRectF chart(box.left(), noteEnd + 8, box.width(), box.bottom() - noteEnd - 8);
    paintReportChart(painter, chart, reportLine(report.weeks, MetricId::Acceptance), accent);
}

void paintDefinitions(QPainter* painter, const QList<ReportDefinition>& definitions, double top)
{
    constexpr double kNames = 210;
    painter->setPen(ink(Token::Text));
    painter->setFont(face(TextStyle::Section, 22));
    paintLine(painter, PageText::tr("How this is counted"), {kMargin, top, kColumn, 32},
              Qt::AlignLeft | Qt::AlignVCenter);
    double y = top + 42;
    for (const ReportDefinition& definition : definitions) {
        painter->setPen(ink(Token::Text));
        painter->setFont(face(TextStyle::BodyMedium, 19));
        paintLine(painter, definition.name, {kMargin, y, kNames - 12, 26}, Qt::AlignLeft | Qt::AlignVCenter);
        y = paintParagraph(painter, {kMargin + kNames, y, kColumn - kNames, 60},
                           {.text = definition.sentence,
                            .font = face(TextStyle::Second, 19),
                            .colour = ink(Token::Text2),
                            .lineHeight = 26,
                            .mostLines = 2}) +
            6;
    }
}

void paintFoot(QPainter* painter, const ClientReportWords& words)
{
    painter->fillRect(QRectF(kMargin, 1660, kColumn, 1.5), ink(Token::Line));
    painter->setPen(ink(Token::Text2));
    painter->setFont(face(TextStyle::Second, 17));
    const QRectF box(kMargin, 1674, kColumn, 26);
    paintLine(painter, words.foot, box, Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, PageText::tr("Page 1 of 1"));
}

} // namespace

ReportLook ReportLook::plain()
{
    return {.accent = ink(Token::Accent)};
}

void paintClientReportPage(QPainter* painter, const ClientReport& report, const ReportLook& look)
{
    const ClientReportWords words = clientReportWords(report);
    paintHead(painter, words, look);
    const double headline = paintHeadline(painter, words, look.accent);
    const double lead = paintParagraph(painter, {kMargin, headline + 22, kColumn * 0.86, 120},
                                       {.text = words.lead,
                                        .font = face(TextStyle::Prompt, 22),
                                        .colour = ink(Token::Text2),
                                        .lineHeight = 32});
    const double figures = paintFigures(painter, words.figures, lead + 42);
    if (!report.weeks.empty())
        paintChart(painter, report, words, {kMargin, figures + 44, kColumn, 440}, look.accent);
    paintDefinitions(painter, words.definitions, figures + 44 + 440 + 48);
    paintFoot(painter, words);
}

} // namespace assay
