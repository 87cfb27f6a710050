// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/imageheader.h"

#include "ui/common/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kSide = 16;
constexpr int kHeight = 63;
constexpr int kCompactHeight = 33;

} // namespace

ImageHeader::ImageHeader(QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_title(new TextLabel(TextStyle::Section, Token::Text, this))
    , m_cycle(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_facts(new TextLabel(TextStyle::Second, Token::Text2, this))
{
    setObjectName(QStringLiteral("imageHeader"));
    setLines(Qt::BottomEdge);
    m_title->setObjectName(QStringLiteral("imageTitle"));
    m_title->setElideMode(Qt::ElideRight);
    m_facts->setElideMode(Qt::ElideRight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSide, 8, kSide, 9);
    column->setSpacing(2);
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_title, 1);
    first->addWidget(m_cycle);
    column->addLayout(first);
    column->addWidget(m_facts);
    setDensity(Density::Regular);
}

void ImageHeader::setImage(const Generation& generation, const QString& name, int candidates)
{
    QStringList facts{generation.client.isEmpty() ? tr("No client") : generation.client};
    if (!generation.promptTemplate.isEmpty())
        facts.append(generation.promptTemplate);
    facts.append(generation.model.value_or(tr("model unknown")));
    m_factsText = facts.join(QStringLiteral(" · "));
    m_shortCycle = generation.asset.isEmpty() ? QString() : tr("cycle %1").arg(generation.cycle);
    m_cycleText = m_shortCycle;
    if (generation.candidate && !m_shortCycle.isEmpty())
        m_cycleText = tr("%1 · %2 of %3").arg(m_shortCycle).arg(*generation.candidate).arg(candidates);
    m_title->setText(name);
    showTexts();
}

void ImageHeader::setDensity(Density density)
{
    m_density = density;
    const bool isCompact = density == Density::Compact;
    setFixedHeight(isCompact ? kCompactHeight : kHeight);
    m_title->setVisible(!isCompact);
    m_cycle->setVisible(!isCompact);
    layout()->setContentsMargins(isCompact ? 12 : kSide, 8, isCompact ? 12 : kSide, isCompact ? 8 : 9);
    showTexts();
}

void ImageHeader::showTexts()
{
    m_cycle->setText(m_cycleText);
    const bool hasBoth = m_density == Density::Compact && !m_shortCycle.isEmpty();
    m_facts->setText(hasBoth ? QString(m_factsText % QStringLiteral(" · ") % m_shortCycle) : m_factsText);
}

} // namespace assay
