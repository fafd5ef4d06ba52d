namespace NewsAlerts.Routing;

/// <summary>Whether a subscription is sent anything.</summary>
public enum Standing
{
    /// <summary>It gets what it matches.</summary>
    Active,

    /// <summary>Its address was asked and has not said yes: it gets that one question and nothing else.</summary>
    Unconfirmed,

    /// <summary>Its destination failed for good, or said that it wants no more: nothing is sent until somebody enables it.</summary>
    Disabled,
}
