// SPDX-License-Identifier: GPL-3.0-or-later
// AssayStyle: Fusion with the controls of the look painted flat: push buttons, combo boxes, check boxes,
// chevrons and the focus ring (2 px accent, 1 px away). GUI thread; owned by QApplication. Surfaces, fields
// and menus are in resources/style.qss. Which kind a button is, is said with setButtonKind() of buttons.h.
#pragma once

#include <QProxyStyle>

namespace assay {

class AssayStyle : public QProxyStyle
{
    Q_OBJECT

public:
    AssayStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
};

} // namespace assay
