// SPDX-License-Identifier: GPL-3.0-or-later
// ImageHeader: whose image this is: asset, client, template, model, cycle and candidate. Above the prompt.
// GUI thread.
#pragma once

#include "app/domain/generation.h"

#include "ui/common/surface.h"

namespace assay {

class TextLabel;

class ImageHeader : public Surface
{
    Q_OBJECT

public:
    enum class Density { Regular, Compact };

    explicit ImageHeader(QWidget* parent = nullptr);

    /// `candidates`: how many the cycle has.
    void setImage(const Generation& generation, const QString& name, int candidates);
    void setDensity(Density density);

private:
    void showTexts();

    TextLabel* m_title;
    TextLabel* m_cycle;
    TextLabel* m_facts;
    QString m_cycleText;
    QString m_shortCycle;
    QString m_factsText;
    Density m_density = Density::Regular;
};

} // namespace assay
