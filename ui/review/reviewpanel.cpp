// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewpanel.h"

#include "ui/review/checklistpanel.h"
#include "ui/review/imageheader.h"
#include "ui/review/openimage.h"
#include "ui/review/promptpanel.h"
#include "ui/review/reviewactions.h"
#include "ui/review/verdictbar.h"

#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kWidth = 376;
constexpr int kNarrowWidth = 320;
/// The prompt takes at most this share of the panel's height, so that the checklist keeps its place.
constexpr double kPromptShare = 0.3;

} // namespace

ReviewPanel::ReviewPanel(OpenImage& image, const ReviewActions& actions, QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_header(new ImageHeader(this))
    , m_prompt(new PromptPanel(image, this))
    , m_checklist(new ChecklistPanel(image,
                                     {actions.restMet, actions.nextOpen, actions.addConstraint,
                                      actions.moreConstraints, actions.saveToTemplate},
                                     this))
    , m_verdicts(new VerdictBar(
          image, {actions.accept, actions.revise, actions.reject, actions.note, actions.undo}, this))
{
    setObjectName(QStringLiteral("reviewPanel"));
    setLines(Qt::LeftEdge);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_prompt);
    column->addWidget(m_checklist, 1);
    column->addWidget(m_verdicts);
    setRoom(Width::Regular, Height::Regular);
}

void ReviewPanel::setRoom(Width width, Height height)
{
    const bool isNarrow = width == Width::Narrow;
    setFixedWidth(isNarrow ? kNarrowWidth : kWidth);
    m_header->setDensity(isNarrow ? ImageHeader::Density::Compact : ImageHeader::Density::Regular);
    m_prompt->setDensity(isNarrow ? PromptPanel::Density::Compact : PromptPanel::Density::Regular);
    m_checklist->setDensity(isNarrow ? ChecklistRow::Density::Compact : ChecklistRow::Density::Regular);
    m_verdicts->setDensity(height == Height::Short ? VerdictButton::Density::Compact
                                                   : VerdictButton::Density::Regular);
}

void ReviewPanel::resizeEvent(QResizeEvent*)
{
    m_prompt->setHeightLimit(int(height() * kPromptShare));
}

} // namespace assay
