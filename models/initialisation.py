"""How the papers, or the code their weights come from, draw the first weights. One function a scheme, in place.

A function goes through ``modules()`` in order and draws from torch's generator, so equal seeds give equal weights. It is applied
by ``models.build``, never inside ``__init__``: a network that is built to be counted draws nothing. Biases that a scheme does not
name are zero, BatchNorm starts with γ = 1 and β = 0 unless the scheme says otherwise.
"""

from __future__ import annotations

from math import erf, sqrt

import torch
from torch import Tensor, nn


def truncated_normal(weight: Tensor, deviation: float) -> None:
    """N(0, deviation²) cut off at two deviations, through the inverse of its distribution (a tenth of the time of rejection)."""
    with torch.no_grad():
        weight.uniform_(-erf(sqrt(2)), erf(sqrt(2))).erfinv_().mul_(sqrt(2) * deviation)


def torch_default(net: nn.Module) -> None:
    """Torch's own: uniform within 1/√fan-in, weights and biases. RepVGG's authors' code and torchvision's AlexNet leave it so."""
    for module in net.modules():
        if isinstance(module, nn.Conv2d | nn.Linear):
            module.reset_parameters()


def alexnet_2012(net: nn.Module) -> None:
    """AlexNet, section 5: N(0, 0.01²); biases 1 in conv2, conv4, conv5 and the hidden layers, 0 in the others."""
    ones = ("stages.2.", "stages.4.", "stages.5.", "hidden.")
    for name, module in net.named_modules():
        if isinstance(module, nn.Conv2d | nn.Linear):
            nn.init.normal_(module.weight, 0, 0.01)
            if module.bias is not None:
                nn.init.constant_(module.bias, 1.0 if name.startswith(ones) else 0.0)


def he_fan_out(net: nn.Module) -> None:
    """He et al. 2015 (arXiv:1502.01852), N(0, 2/fan-out) for convolutions; the classifier keeps torch's own.

    ResNet, section 3.4, and ResNeXt, section 4, name the scheme; over fan-out as in fb.resnet.torch and torchvision 0.29.
    """
    for module in net.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.Linear):
            module.reset_parameters()


def he_fan_out_narrow_head(net: nn.Module) -> None:
    """N(0, 2/fan-out) for convolutions, N(0, 0.01²) for linear layers: torchvision 0.29 for VGG, MobileNetV2 and MobileNetV3.

    VGG, section 3.1, starts the deep networks from a trained shallow one and names N(0, 0.01²) for that.
    """
    for module in net.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, 0, 0.01)
            nn.init.zeros_(module.bias)


def he_fan_in(net: nn.Module) -> None:
    """He et al. 2015 over fan-in, N(0, 2/fan-in) for convolutions; the classifier's bias 0, its weights torch's own.

    DenseNet, section 4.2; torchvision 0.29.
    """
    for module in net.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.Linear):
            module.reset_parameters()
            nn.init.zeros_(module.bias)


def mobilenet_v1(net: nn.Module) -> None:
    """Normal of deviation 0.09, cut off at two deviations: TF-slim's mobilenet_v1_arg_scope. The paper does not say."""
    for module in net.modules():
        if isinstance(module, nn.Conv2d | nn.Linear):
            truncated_normal(module.weight, 0.09)
            if module.bias is not None:
                nn.init.zeros_(module.bias)


def shufflenet(net: nn.Module) -> None:
    """N(0, 0.01²) in the stem and the classifier, N(0, 1/n²) for the n input channels of a group elsewhere; BatchNorm's β 10⁻⁴.

    The authors' code (megvii-model/ShuffleNet-Series), V1 and V2.
    """
    for name, module in net.named_modules():
        if isinstance(module, nn.Conv2d):
            nn.init.normal_(module.weight, 0, 0.01 if name.startswith("stem") else 1 / module.weight.shape[1])
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.constant_(module.bias, 1e-4)
        elif isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, 0, 0.01)
            nn.init.zeros_(module.bias)


def squeezenet(net: nn.Module) -> None:
    """Uniform He over fan-in, N(0, 0.01²) for the last convolution, biases 0: torchvision 0.29.

    The authors' Caffe model has Xavier's where this has He's.
    """
    for name, module in net.named_modules():
        if isinstance(module, nn.Conv2d):
            if name == "classifier":
                nn.init.normal_(module.weight, 0, 0.01)
            else:
                nn.init.kaiming_uniform_(module.weight)
            if module.bias is not None:
                nn.init.zeros_(module.bias)


def googlenet(net: nn.Module) -> None:
    """N(0, 0.01²), biases torch's own: torchvision 0.29, whose cut-off at ±2 nothing reaches. The paper does not say."""
    for module in net.modules():
        if isinstance(module, nn.Conv2d | nn.Linear):
            module.reset_parameters()
            nn.init.normal_(module.weight, 0, 0.01)


def inception_v3(net: nn.Module) -> None:
    """N(0, 0.1²), in the auxiliary head 0.01² before and 0.001² in the last layer, biases torch's own: torchvision 0.29."""
    narrow = {"aux.conv.conv": 0.01, "aux.classifier": 0.001}
    for name, module in net.named_modules():
        if isinstance(module, nn.Conv2d | nn.Linear):
            module.reset_parameters()
            nn.init.normal_(module.weight, 0, narrow.get(name, 0.1))


def glorot(net: nn.Module) -> None:
    """Glorot and Bengio's uniform one, biases 0: Keras' default, which the author's code of Xception leaves."""
    for module in net.modules():
        if isinstance(module, nn.Conv2d | nn.Linear):
            nn.init.xavier_uniform_(module.weight)
            if module.bias is not None:
                nn.init.zeros_(module.bias)


def efficientnet(net: nn.Module) -> None:
    """N(0, 2/fan-out) for convolutions, the classifier uniform within 1/√classes: torchvision 0.29.

    The official code counts one filter's fan-out for a depthwise convolution, torchvision all of them.
    """
    for module in net.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.Linear):
            bound = 1 / sqrt(module.out_features)
            nn.init.uniform_(module.weight, -bound, bound)
            nn.init.zeros_(module.bias)


def mlp_mixer(net: nn.Module) -> None:
    """LeCun's normal, cut off at two deviations, biases 0, the classifier all zeros: the official code (Flax' defaults)."""
    for name, module in net.named_modules():
        if name == "classifier" and isinstance(module, nn.Linear):
            nn.init.zeros_(module.weight)
            nn.init.zeros_(module.bias)
        elif isinstance(module, nn.Conv2d | nn.Linear):
            # a normal cut off at ±2 has 0.8796 of its deviation left, which Flax makes up for
            deviation = sqrt(1 / module.weight[0].numel()) / 0.87962566103423978
            truncated_normal(module.weight, deviation)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
