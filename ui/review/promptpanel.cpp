// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/promptpanel.h"

#include "ui/common/foldbutton.h"
#include "ui/common/promptview.h"
#include "ui/common/textlabel.h"
#include "ui/review/generationfacts.h"
#include "ui/review/openimage.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kSide = 16;
constexpr int kHeadingHeight = 32;
constexpr int kBottom = 12;
constexpr int kCompactSide = 12;
constexpr int kCompactHeadingHeight = 28;
constexpr int kCompactBottom = 8;
constexpr int kSmallestHeight = 26;
constexpr qsizetype kLongestFact = 4'000; ///< characters

/// A label lays all of its text out at once.
QString shortened(const QString& text)
{
    return text.size() <= kLongestFact ? text : QString(text.left(kLongestFact) + QChar(0x2026));
}

} // namespace

PromptPanel::PromptPanel(OpenImage& image, QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_image(image)
    , m_prompt(new PromptView)
    , m_legend(new TextLabel(TextStyle::Label, Token::Text3))
    , m_details(new QWidget)
    , m_detailRows(new QVBoxLayout(m_details))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("promptPanel"));
    setLines(Qt::BottomEdge);
    auto* content = new Surface(Token::Panel);
    content->setObjectName(QStringLiteral("promptContent"));
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(kSide, 0, kSide, 0);
    inside->setSpacing(8);
    inside->addWidget(m_prompt);
    m_legend->setObjectName(QStringLiteral("variablesLegend"));
    m_legend->hide();
    inside->addWidget(m_legend);
    inside->addWidget(m_details);
    inside->addStretch();
    m_detailRows->setContentsMargins(0, 4, 0, 0);
    m_detailRows->setSpacing(4);
    m_details->hide();
    content->installEventFilter(this);

    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, kBottom + 1);
    column->setSpacing(0);
    m_heading = makeHeading();
    column->addWidget(m_heading);
    column->addWidget(m_scroll);

    connect(&image, &OpenImage::opened, this, &PromptPanel::showImage);
    connect(&image, &OpenImage::checklistEdited, this, &PromptPanel::showImage);
    connect(&image, &OpenImage::currentChanged, this, [this] {
        m_prompt->setCurrent(m_image.current());
        const QRect words = m_prompt->currentRect().translated(m_prompt->pos());
        m_scroll->ensureVisible(words.center().x(), words.center().y(), 0, words.height());
    });
    connect(&image, &OpenImage::pointedChanged, this, [this] { m_prompt->setPointed(m_image.pointed()); });
    connect(m_prompt, &PromptView::constraintPointed, &image, &OpenImage::setPointed);
    connect(m_prompt, &PromptView::constraintClicked, &image, &OpenImage::setCurrent);
}

QWidget* PromptPanel::makeHeading()
{
    auto* heading = new QWidget(this);
    heading->setFixedHeight(kHeadingHeight);
    auto* row = new QHBoxLayout(heading);
    row->setContentsMargins(kSide, 0, 8, 0);
    row->addWidget(new TextLabel(tr("Prompt"), TextStyle::LabelSemibold, Token::Text3, heading));
    row->addStretch();
    m_fold = new FoldButton(tr("Settings, negative"), heading);
    m_fold->setObjectName(QStringLiteral("foldDetails"));
    connect(m_fold, &FoldButton::clicked, this, &PromptPanel::detailsToggled);
    row->addWidget(m_fold);
    return heading;
}

void PromptPanel::setDetailsShown(bool isShown)
{
    m_areDetailsShown = isShown;
    m_fold->setUnfolded(isShown);
    showDetails();
}

void PromptPanel::setHeightLimit(int pixels)
{
    m_heightLimit = pixels;
    fitHeight();
}

void PromptPanel::setDensity(Density density)
{
    const bool isCompact = density == Density::Compact;
    const int side = isCompact ? kCompactSide : kSide;
    m_fold->setWordsShown(!isCompact);
    m_heading->setFixedHeight(isCompact ? kCompactHeadingHeight : kHeadingHeight);
    m_heading->layout()->setContentsMargins(side, 0, side - 8, 0);
    m_scroll->widget()->layout()->setContentsMargins(side, 0, side, 0);
    layout()->setContentsMargins(0, 0, 0, (isCompact ? kCompactBottom : kBottom) + 1);
    m_prompt->setDensity(isCompact ? PromptView::Density::Compact : PromptView::Density::Regular);
    fitHeight();
}

void PromptPanel::showImage()
{
    const bool isOpen = m_image.isOpen();
    m_prompt->setPrompt(isOpen ? m_image.generation().prompt : std::nullopt, m_image.checklist(),
                        m_image.variables());
    m_legend->setVisible(!m_image.variables().isEmpty());
    if (m_legend->isVisibleTo(this))
        m_legend->setText(tr("Framed: filled into %1").arg(m_image.generation().promptTemplate));
    m_prompt->setCurrent(m_image.current());
    m_scroll->ensureVisible(0, 0);
    showDetails();
}

void PromptPanel::showDetails()
{
    while (QLayoutItem* item = m_detailRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool isShown = m_areDetailsShown && m_image.isOpen();
    m_details->setVisible(isShown);
    if (isShown) {
        for (const GenerationFact& fact : generationFacts(m_image.generation())) {
            auto* line = new TextLabel(tr("%1: %2").arg(fact.name, shortened(fact.value)), TextStyle::Second,
                                       Token::Text2, m_details);
            line->setWordWrap(true);
            m_detailRows->addWidget(line);
        }
    }
    fitHeight();
}

bool PromptPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        fitHeight();
    return Surface::eventFilter(watched, event);
}

void PromptPanel::fitHeight()
{
    QWidget* content = m_scroll->widget();
    const int width = m_scroll->viewport()->width();
    const int wanted = content->layout()->hasHeightForWidth() ? content->layout()->totalHeightForWidth(width)
                                                              : content->sizeHint().height();
    const int height = std::clamp(wanted, kSmallestHeight, std::max(kSmallestHeight, m_heightLimit));
    if (m_scroll->height() != height || m_scroll->minimumHeight() != height)
        m_scroll->setFixedHeight(height);
}

} // namespace assay
